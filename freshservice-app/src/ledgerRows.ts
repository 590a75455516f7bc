import {
  decodePage,
  encodePage,
  LedgerError,
  withoutTexts,
  type Append,
  type Erasure,
  type Hashing,
  type SealedTexts,
} from '@baton/shared';
import { ifFound, isRefusal, platformAnswer } from './platformErrors';

/** One row: a page, its seal, and what people wrote. Never changed after it was created, but for texts erased. */
export interface Row {
  readonly body: string;
  readonly mac: string;
  readonly texts: SealedTexts;
}

const rowKey = (ticket: string, version: number): string => `e:${ticket}:${version}`;

/** The row of a version; undefined where none was written. @throws DeskError */
export const readRow = (ticket: string, version: number): Promise<Row | undefined> =>
  ifFound($db.get(rowKey(ticket, version)) as Promise<Row>, 'reading a ledger');

/** The row a record points at; rows are never deleted, so one that is missing was taken out. @throws LedgerError */
export async function rowAt(ticket: string, head: number): Promise<Row | undefined> {
  if (head === 0) return undefined;
  const row = await readRow(ticket, head);
  if (row) return row;
  throw new LedgerError(
    'corrupt',
    `Page ${head} of the ledger is missing. Nothing was changed; an admin can verify it.`,
  );
}

/** Rows are never overwritten, so the newest is found by asking for the next until there is none. */
export async function newestRow(ticket: string, from: number): Promise<Row | undefined> {
  let newest = await rowAt(ticket, from);
  for (let version = from + 1; ; version += 1) {
    const next = await readRow(ticket, version);
    if (!next) return newest;
    newest = next;
  }
}

const rowOf = ({ page, texts }: Append, hash: Hashing): Row => ({ ...encodePage(page, hash), texts });

/** Creating the row is the commit and the only arbiter: it is refused when somebody else was faster. */
export async function createRow(ticket: string, append: Append, hash: Hashing): Promise<boolean> {
  const key = rowKey(ticket, append.page.version);
  try {
    await platformAnswer($db.set(key, rowOf(append, hash), { setIf: 'not_exist' }), 'writing a ledger');
    return true;
  } catch (error) {
    // What a refused condition answers is not documented, so whether the row exists decides.
    if (isRefusal(error) && (await readRow(ticket, append.page.version))) return false;
    throw error;
  }
}

/** Whether a row is of the time before the fact of this number. @throws LedgerError */
const isBefore = (row: Row, seq: number, hash: Hashing): boolean => decodePage(row, hash).head.seq < seq;

/** The newest row up to `version` that may hold a text still; newer ones were done before, so halving finds it. */
async function newestWith(ticket: string, version: number, { since, hashes }: Erasure, hash: Hashing): Promise<number> {
  let from = 1;
  let to = version;
  while (from <= to) {
    const middle = Math.floor((from + to) / 2);
    const row = await rowAt(ticket, middle);
    if (row && (withoutTexts(row.texts, hashes) || isBefore(row, since, hash))) from = middle + 1;
    else to = middle - 1;
  }
  return to;
}

/**
 * Takes texts out of every row up to `version`, newest first, so that one that is cut short can be gone on with.
 *
 * @throws LedgerError, DeskError
 */
export async function eraseFromRows(ticket: string, version: number, erasure: Erasure, hash: Hashing): Promise<void> {
  for (let at = await newestWith(ticket, version, erasure, hash); at > 0; at -= 1) {
    const row = await rowAt(ticket, at);
    const texts = row && withoutTexts(row.texts, erasure.hashes);
    if (!texts) return;
    await platformAnswer($db.set(rowKey(ticket, at), { ...row, texts }), 'erasing a text');
  }
}
