import type { Change } from '../../src/agreement';
import { wordsOfPath } from './pathWords';

const quoted = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

/** A change as somebody says it, its place apart from what happened there. */
export interface ChangeWords {
  readonly place: string;
  readonly words: string;
}

/** A change in words: where, and what was there before. */
export function wordsOfChange({ path, before, after }: Change): ChangeWords {
  const place = wordsOfPath(path);
  if (before === undefined) return { place, words: `new: ${quoted(after ?? '')}` };
  if (after === undefined) return { place, words: `taken out; it was ${quoted(before)}` };
  return { place, words: `was ${quoted(before)}, is ${quoted(after)}` };
}
