import { chainStart, findBreak, type ChainBreak, type Head } from './chain';
import { erasedBy } from './erasing';
import type { ExportedLedger } from './exported';
import type { Hashing } from './hash';

/** What a note on the ticket says of the ledger as it was then: a fact's number and how its hash begins. */
export interface NotedSeal {
  readonly seq: number;
  readonly begins: string;
}

/** The first thing that does not fit: a break of the chain, a text gone without a word, or a note that says otherwise. */
export interface Misfit {
  readonly seq: number;
  readonly because: ChainBreak['because'] | 'missing text' | 'cut tail' | 'other seal';
}

/** What came of checking a ledger. */
export interface Verification {
  readonly head: Head;
  /** How many texts are there, were removed as the ledger says, and are there though the ledger says removed. */
  readonly texts: { readonly kept: number; readonly erased: number; readonly left: number };
  readonly misfit?: Misfit;
}

function missingText({ facts, texts }: ExportedLedger, erased: Readonly<Record<string, unknown>>): Misfit | undefined {
  const isMissing = (hash: string): boolean => !texts[hash] && !Object.hasOwn(erased, hash);
  const fact = facts.find(each => Object.values(each.texts ?? {}).some(isMissing));
  return fact && { seq: fact.seq, because: 'missing text' };
}

function againstSeal({ facts }: ExportedLedger, { seq, begins }: NotedSeal): Misfit | undefined {
  const noted = facts.find(fact => fact.seq === seq);
  if (!noted) return { seq, because: 'cut tail' };
  return noted.hash.startsWith(begins) ? undefined : { seq, because: 'other seal' };
}

function textsIn({ facts, texts }: ExportedLedger, erased: Readonly<Record<string, unknown>>): Verification['texts'] {
  const hashes = facts.flatMap(fact => Object.values(fact.texts ?? {}));
  const isErased = (hash: string): boolean => Object.hasOwn(erased, hash);
  return {
    kept: hashes.filter(hash => texts[hash]).length,
    erased: hashes.filter(isErased).length,
    left: hashes.filter(hash => texts[hash] && isErased(hash)).length,
  };
}

/**
 * Checks a whole exported ledger: numbers, links, contents, texts, and what notes on the ticket say of it (law 8).
 * Without its hashing, contents and texts stay unchecked.
 */
export function verifyLedger(
  ledger: ExportedLedger,
  hash: Hashing | undefined,
  seals: readonly NotedSeal[] = [],
): Verification {
  const { facts, texts } = ledger;
  const erased = erasedBy(facts);
  const [sealed] = seals.flatMap(seal => againstSeal(ledger, seal) ?? []);
  const misfit = findBreak(facts, hash, texts) ?? missingText(ledger, erased) ?? sealed;
  const last = facts[facts.length - 1] ?? chainStart;
  const head = { seq: last.seq, hash: last.hash };
  return { head, texts: textsIn(ledger, erased), ...(misfit ? { misfit } : {}) };
}
