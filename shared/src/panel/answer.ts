import type { DeskName } from '../agreement';
import type { Refusal } from '../failures';
import type { PanelAnswer } from './protocol';
import type { PanelView } from './view';
import { inWordsOf } from './wording';

const fieldsIn = (desk: DeskName, fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([field, sentence]) => [field, inWordsOf(desk, sentence)]));

/** A refusal as the screen is told of it: in the desk's words, with the panel as it is now. */
export const refusedAnswer = (
  { code, sentence, remedy, fields }: Refusal,
  desk: DeskName,
  view?: PanelView,
): Extract<PanelAnswer, { ok: false }> => ({
  ok: false,
  code,
  sentence: inWordsOf(desk, sentence),
  remedy: inWordsOf(desk, remedy),
  ...(fields ? { fields: fieldsIn(desk, fields) } : {}),
  ...(view ? { view } : {}),
});
