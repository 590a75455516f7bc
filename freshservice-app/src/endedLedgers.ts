import { newestRow, type Row } from './ledgerRows';
import { ifFound, platformAnswer } from './platformErrors';

/** Where a ledger ended whose record was taken away, since nothing is owed on it any more. */
interface Ended {
  readonly head: number;
}

const endKey = (ticket: string): string => `end:${ticket}`;

/** Notes where a ledger ends, before its record is taken away. @throws DeskError */
export const noteEnd = (ticket: string, head: number): Promise<unknown> =>
  platformAnswer($db.set(endKey(ticket), { head }), 'noting the end of a ledger');

/** The newest row of a ledger that has ended; undefined where none ever did. @throws DeskError, LedgerError */
export async function endedRow(ticket: string): Promise<Row | undefined> {
  const ended = (await ifFound($db.get(endKey(ticket)), 'looking for a ledger that has ended')) as Ended | undefined;
  return ended && newestRow(ticket, ended.head);
}
