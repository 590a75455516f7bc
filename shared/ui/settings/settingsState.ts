import type { AgreementDocument } from '../../src/agreement';
import { beginAgreement, changedSections, type SettingsAnswer, type SettingsView } from '../../src/settings';
import type { SettingsAsk } from './settingsBridge';

/** An agreement that somebody has in front of them. */
export interface OpenSettings {
  readonly view: SettingsView;
  /** Which version the text is stored as; absent before the first is. */
  readonly on?: number;
  /** The text as it is stored; empty before the first one. */
  readonly stored: AgreementDocument;
  /** The text as it is typed. */
  readonly draft: AgreementDocument;
  /** What Baton proposes to begin with, while nothing is stored. */
  readonly begun?: AgreementDocument;
  /** The revision at which it was typed: what happened since, its writer has not seen. */
  readonly seen: number;
}

/** What a person has in front of them. */
export interface SettingsState {
  readonly open?: OpenSettings;
  readonly trouble?: { readonly sentence: string; readonly remedy: string };
}

/** Whether something was typed that is not stored. */
export const isTyped = ({ stored, draft, begun }: OpenSettings): boolean =>
  draft !== begun && Object.keys(changedSections(stored, draft)).length > 0;

const empty = {} as unknown as AgreementDocument;

/** Where nothing was written yet: a text to fill in, of which nothing is stored. */
const begun = ({ timeZone }: SettingsView): AgreementDocument =>
  beginAgreement({ msp: { name: '', timeZone }, client: { name: '', timeZone } });

/** What is looked at anew takes the place of what was there, but never of what was typed. */
function opened(before: OpenSettings | undefined, answer: SettingsAnswer & { ok: true }): OpenSettings | undefined {
  const { view, text } = answer;
  if (!view) return before;
  if (before && isTyped(before)) return { ...before, view };
  const seen = view.revision;
  if (text) return { view, stored: text.document, draft: text.document, seen, on: text.version };
  const proposed = begun(view);
  return { view, stored: empty, draft: proposed, begun: proposed, seen };
}

/** An act says at its own place why it was refused; where the agreement stands by now is seen all the same. */
function refused(
  state: SettingsState,
  type: SettingsAsk['type'],
  answer: SettingsAnswer & { ok: false },
): SettingsState {
  if (type === 'open') return { ...state, trouble: answer };
  return answer.view && state.open ? { open: { ...state.open, view: answer.view } } : state;
}

/** What somebody has in front of them after an answer. */
export function afterAnswer(state: SettingsState, { type }: SettingsAsk, answer: SettingsAnswer): SettingsState {
  if (!answer.ok) return refused(state, type, answer);
  if (type === 'text') return state;
  const open = opened(type === 'draft' ? undefined : state.open, answer) ?? state.open;
  return open ? { open } : {};
}

/** The same with another text typed. */
export const typed = (state: SettingsState, draft: AgreementDocument): SettingsState =>
  state.open ? { ...state, open: { ...state.open, draft } } : state;
