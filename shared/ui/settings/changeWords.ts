import type { Change } from '../../src/agreement';
import { wordsOfPath, wordsOfValue } from './pathWords';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A change carries what is no text as JSON, which nobody has to read. */
function quoted(text: string): string {
  const said = /^[[{]|^(true|false)$/.test(text) ? wordsOfValue(parsed(text)) : text;
  return said.length > 120 ? `${said.slice(0, 119)}…` : said;
}

/** A change as somebody says it, its place apart from what happened there. */
export interface ChangeWords {
  readonly place: string;
  readonly words: string;
}

/** A change in words: where, and what was there before; by the names in the document where that is at hand. */
export function wordsOfChange({ path, before, after }: Change, document?: unknown): ChangeWords {
  const place = wordsOfPath(path, document);
  if (before === undefined) return { place, words: `new: ${quoted(after ?? '')}` };
  if (after === undefined) return { place, words: `taken out; it was ${quoted(before)}` };
  return { place, words: `was ${quoted(before)}, is ${quoted(after)}` };
}
