import type { FactOf, Written } from '../escalation';
import type { LedgerFact, SealedTexts } from './chain';
import type { LedgerPort, LoadedLedger, Ports } from './ports';

const isErasure = (fact: LedgerFact): fact is LedgerFact & FactOf<'TextErased'> => fact.type === 'TextErased';

/** What these facts leave of the texts they erased: nothing. */
export const erasedBy = (facts: readonly LedgerFact[]): SealedTexts =>
  Object.fromEntries(facts.filter(isErasure).flatMap(({ data }) => data.hashes.map(hash => [hash, null])));

/** The ledger as it was when the fact of this number had been written, read back as far as it has to be. */
async function pageWith(
  port: LedgerPort,
  ticket: string,
  last: LoadedLedger | undefined,
  seq: number,
): Promise<LoadedLedger | undefined> {
  if (!last || last.page.before.seq < seq) return last;
  const { earlier } = last.page;
  return earlier === undefined ? undefined : pageWith(port, ticket, await port.loadVersion(ticket, earlier), seq);
}

/** The fact of this number, however far back; undefined where there is none. @throws LedgerError, DeskError */
export async function factNumbered(
  port: LedgerPort,
  ticket: string,
  last: LoadedLedger | undefined,
  seq: number,
): Promise<LedgerFact | undefined> {
  const ledger = await pageWith(port, ticket, last, seq);
  return ledger?.page.facts.find(fact => fact.seq === seq);
}

/** What the fact of this number says of its texts; undefined where there is none. @throws LedgerError, DeskError */
export async function writtenWith(
  port: LedgerPort,
  ticket: string,
  last: LoadedLedger | undefined,
  seq: number,
): Promise<Written | undefined> {
  const ledger = await pageWith(port, ticket, last, seq);
  const found = ledger?.page.facts.find(fact => fact.seq === seq);
  if (!ledger || !found) return undefined;
  const hashes = Object.values(found.texts ?? {});
  const { person } = found.by;
  const isGone = hashes.every(hash => !ledger.texts[hash]);
  return { fact: seq, hashes, isGone, ...(person === undefined ? {} : { writer: person }) };
}

/**
 * Takes what these facts erased out of every older copy of it, their writer's draft included. What is gone stays gone,
 * so whoever comes after a crash does the rest.
 *
 * @throws DeskError
 */
export async function eraseCopies(
  { ledger: port, forgetDraft }: Ports,
  ticket: string,
  ledger: LoadedLedger,
  facts: readonly LedgerFact[],
): Promise<void> {
  for (const { data } of facts.filter(isErasure)) {
    await port.erase(ticket, ledger, { since: data.fact, hashes: data.hashes });
    if (data.writer !== undefined) await forgetDraft(ticket, data.writer);
  }
}

/** The texts with these taken out; undefined where nothing of them is left anyway. */
export function withoutTexts(texts: SealedTexts, hashes: readonly string[]): SealedTexts | undefined {
  const left = hashes.filter(hash => texts[hash]);
  return left.length === 0 ? undefined : { ...texts, ...Object.fromEntries(left.map(hash => [hash, null])) };
}
