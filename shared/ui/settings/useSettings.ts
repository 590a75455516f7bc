import { useCallback, useEffect, useState } from 'react';
import type { AgreementDocument } from '../../src/agreement';
import type { SettingsAnswer } from '../../src/settings';
import { Unreachable } from '../bridge';
import type { SettingsAsk, SettingsBridge } from './settingsBridge';
import { afterAnswer, typed, type SettingsState } from './settingsState';

/** The settings that somebody looks at, and the ways to change them. */
export interface LiveSettings {
  readonly state: SettingsState;
  ask(request: SettingsAsk): Promise<SettingsAnswer>;
  change(draft: AgreementDocument): void;
  /** What is stored comes back, and what was typed goes. */
  discard(): void;
}

/** The settings that are being looked at; what was typed is never taken away by an answer. */
export function useSettings(bridge: SettingsBridge): LiveSettings {
  const [state, setState] = useState<SettingsState>({});
  const ask = useCallback(
    async (request: SettingsAsk): Promise<SettingsAnswer> => {
      try {
        const answer = await bridge.ask(request);
        setState(before => afterAnswer(before, request, answer));
        return answer;
      } catch (cause) {
        const { sentence, remedy } = cause instanceof Unreachable ? cause : new Unreachable();
        setState(before => ({ ...before, trouble: { sentence, remedy } }));
        throw cause;
      }
    },
    [bridge],
  );
  useEffect(() => {
    const look = () => void ask({ type: 'open' }).catch(() => undefined);
    look();
    return bridge.onChange(look);
  }, [ask, bridge]);
  return {
    state,
    ask,
    change: draft => setState(before => typed(before, draft)),
    discard: () => setState(before => (before.open ? typed(before, before.open.stored) : before)),
  };
}
