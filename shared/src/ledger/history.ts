import type { LedgerFact, SealedTexts } from './chain';
import type { LedgerPort, LoadedLedger } from './ports';

/** All facts of a ledger, oldest first, and the texts kept with them. */
export interface History {
  readonly facts: readonly LedgerFact[];
  readonly texts: SealedTexts;
}

/** Reads back from the last page to the first. @throws LedgerError, DeskError */
export async function readHistory(port: LedgerPort, ticket: string, last: LoadedLedger | undefined): Promise<History> {
  let page = last;
  let facts: readonly LedgerFact[] = [];
  let texts: SealedTexts = {};
  while (page) {
    facts = [...page.page.facts, ...facts];
    texts = { ...page.texts, ...texts };
    const earlier = page.page.earlier;
    page = earlier === undefined ? undefined : await port.loadVersion(ticket, earlier);
  }
  return { facts, texts };
}

/** Clear texts by hash: what a screen shows; null for what was erased. */
export const clearTexts = (texts: SealedTexts): Record<string, string | null> =>
  Object.fromEntries(Object.entries(texts).map(([ref, kept]) => [ref, kept?.text ?? null]));
