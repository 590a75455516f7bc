import { useCallback, useEffect, useState } from 'react';
import type { AgreementDocument } from '../../src/agreement';
import type { SettingsAnswer, SettingsView } from '../../src/settings';
import { Unreachable } from '../bridge';
import type { SettingsAsk, SettingsBridge } from './settingsBridge';

/** What a person has in front of them. */
export interface SettingsState {
  readonly open?: { readonly view: SettingsView; readonly draft: AgreementDocument };
  readonly trouble?: { readonly sentence: string; readonly remedy: string };
}

const shownAfter = (state: SettingsState, answer: SettingsAnswer): SettingsState => {
  if (!answer.ok) return { ...state, trouble: answer };
  const draft = state.open?.draft ?? answer.text?.document;
  return answer.view && draft ? { open: { view: answer.view, draft } } : state;
};

/** The settings that are being looked at; what was typed is never taken away by an answer. */
export function useSettings(bridge: SettingsBridge) {
  const [state, setState] = useState<SettingsState>({});
  const ask = useCallback(
    async (request: SettingsAsk): Promise<SettingsAnswer> => {
      const answer = await bridge.ask(request);
      setState(before => shownAfter(before, answer));
      return answer;
    },
    [bridge],
  );
  useEffect(() => {
    ask({ type: 'open' }).catch((cause: unknown) => {
      const { sentence, remedy } = cause instanceof Unreachable ? cause : new Unreachable();
      setState(before => ({ ...before, trouble: { sentence, remedy } }));
    });
  }, [ask]);
  const change = (draft: AgreementDocument): void =>
    setState(before => (before.open ? { ...before, open: { ...before.open, draft } } : before));
  return { state, ask, change };
}
