import { decodePage, rowOf, type Append, type Hashing, type LedgerPort, type LoadedLedger } from '@baton/shared';
import { bucketFor } from './dueBuckets';
import { ringAt } from './dueBells';
import { endedRow, noteEnd } from './endedLedgers';
import { hints, recordOf, rewriteRecords, type EscalationRecord, type RecordsMet } from './escalationRecords';
import { createRow, eraseFromRows, newestRow, readRow, rowAt, type Row } from './ledgerRows';

/** Bytes of a row before a new run starts: it may have 40 KB, and a new run begins with what is open. */
const PAGE_LIMIT = 32_000;

/** Nothing is owed on it and nothing waits: it is in no list, and no sweep has to meet it. */
const isOver = ({ owed, dueAt }: Append['row']): boolean => owed === undefined && dueAt === undefined;

const opened = ({ body, mac, texts }: Row, hash: Hashing): LoadedLedger => ({
  page: decodePage({ body, mac }, hash),
  texts,
});

/** What a request knows of the store before it asks. */
interface Known {
  /** Records of tickets that were read already. */
  readonly met?: RecordsMet;
  /** False where a ticket without a record is not worth a look for a ledger that has ended. */
  readonly mayHaveEnded?: () => boolean;
}

/**
 * Ledgers in the key-value store, one immutable row per append, found through one entity record per escalation while
 * something is owed or waits, and through a note of its own afterwards: there is room for 10,000 records.
 * `now` is the instant of this request, epoch ms. Every read and write is of this installation only.
 */
export function freshserviceLedger(hash: Hashing, now: number, known: Known = {}): LedgerPort {
  const { met = new Map(), mayHaveEnded = () => true } = known;
  const { find, note } = hints(met);
  const beaten = new Set<string>();
  const read = (row: Row | undefined): LoadedLedger | undefined => row && opened(row, hash);

  /** Whoever was beaten has listed what did not come about; a sweep looks at the ticket all the same. */
  const correct = ({ ticket, page }: { readonly ticket: string; readonly page: LoadedLedger['page'] }) =>
    note(recordOf(ticket, page.version, rowOf(page.state, now), bucketFor(now, now)));

  return {
    pageLimit: PAGE_LIMIT,
    load: async ticket => {
      const found = await find(ticket);
      if (!found) return mayHaveEnded() ? read(await endedRow(ticket)) : undefined;
      const { head, stage } = found;
      if (!beaten.has(ticket) && stage !== 'writing') return read(await rowAt(ticket, head));
      const newest = read(await newestRow(ticket, head));
      if (newest && beaten.has(ticket)) await correct({ ticket, page: newest.page });
      return newest;
    },
    loadVersion: async (ticket, version) => read(await readRow(ticket, version)),
    append: async (ticket, append, last) => {
      const { row, page } = append;
      const before = recordOf(ticket, last?.page.version ?? 0, row, bucketFor(now, now));
      await note({ ...before, stage: 'writing' });
      if (!(await createRow(ticket, append, hash))) {
        beaten.add(ticket);
        return 'conflict';
      }
      // What is over is met by the next sweep, which takes its record away.
      await note(recordOf(ticket, page.version, row, bucketFor(isOver(row) ? now : row.dueAt, now)));
      await ringAt(ticket, row.dueAt, now);
      return 'appended';
    },
    erase: (ticket, { page }, erasure) => eraseFromRows(ticket, page.version - 1, erasure, hash),
    relist: (ticket, { page }, row) =>
      relist(recordOf(ticket, page.version, row, bucketFor(row.dueAt, now)), isOver(row)),
  };
}

/** What a sweep found is listed, unless a newer row is; a ledger that is over is found by the note of its end. */
async function relist(listed: EscalationRecord, hasEnded: boolean): Promise<void> {
  const { ticketKey: ticket, head } = listed;
  if (hasEnded) await noteEnd(ticket, head);
  const now = hasEnded ? undefined : listed;
  await rewriteRecords(ticket, record => (record.head > head ? record : now));
}
