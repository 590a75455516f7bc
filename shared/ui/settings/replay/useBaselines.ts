import { useCallback, useEffect, useState } from 'react';
import type { BaselineView, SettingsRefusal } from '../../../src/settings';
import { Unreachable } from '../../bridge';
import type { SectionProps } from '../section';
import type { SettingsAsk } from '../settingsBridge';

/** Baselines as the backend keeps them; `frozen` is absent before the first answer. */
export interface Baselines {
  readonly frozen?: readonly BaselineView[];
  readonly refusal?: Pick<SettingsRefusal, 'sentence' | 'remedy'>;
  readonly isBusy: boolean;
  /** Asks for one to be kept; what was kept is shown once it was answered. */
  readonly send: (request: SettingsAsk) => Promise<void>;
}

/** What was frozen, newest first, and how to freeze more. */
export function useBaselines({ ask }: Pick<SectionProps, 'ask'>): Baselines {
  const [state, setState] = useState<Omit<Baselines, 'send'>>({ isBusy: false });
  const send = useCallback(
    async (request: SettingsAsk): Promise<void> => {
      setState(({ refusal: _, ...before }) => ({ ...before, isBusy: true }));
      const refusalOf = (cause: unknown) => (cause instanceof Unreachable ? cause : new Unreachable());
      const answer = await ask(request).catch(refusalOf);
      setState(before => {
        if ('ok' in answer && answer.ok) return { frozen: answer.baselines ?? before.frozen ?? [], isBusy: false };
        return { ...before, refusal: answer as SettingsRefusal, isBusy: false };
      });
    },
    [ask],
  );
  useEffect(() => void send({ type: 'baselines' }), [send]);
  return { ...state, send };
}
