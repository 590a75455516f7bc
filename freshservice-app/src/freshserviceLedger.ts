import {
  awaited,
  decodePage,
  readListRow,
  rowOf,
  type Append,
  type Hashing,
  type LedgerPort,
  type LoadedLedger,
  type Move,
} from '@baton/shared';
import { BUCKET, bucketFor } from './dueBuckets';
import { ringAt } from './dueBells';
import { createRow, eraseFromRows, newestRow, readRow, rowAt, type Row } from './ledgerRows';
import { platformAnswer } from './platformErrors';

/** One per escalation: a hint where its newest row is, never truth (design §7). No free text. */
export interface EscalationRecord {
  ticketKey: string;
  head: number;
  dueBucket: string;
  /** `writing` from before a row is created until after: whoever reads that looks whether there are newer rows. */
  stage: string;
  /** The party in whose list it is, and the party it is offered to or that is asked. */
  holder: string;
  offeredTo: string;
  /** Who sent it across without a handoff last. */
  movedBy: string;
  /** A list row as JSON: more of it than can be asked for. */
  listed: string;
}

/** Bytes of a row before a new run starts: it may have 40 KB, and a new run begins with what is open. */
const PAGE_LIMIT = 32_000;

/** What is in no party's list. */
const NOBODY = 'nobody';

/** The records of all escalations. */
export const escalations = () => $db.entity({ version: 'v1' }).get<EscalationRecord>('escalations');

/** The records of a ticket, highest head first; two can exist for a moment when two writers were first at once. */
async function findRecords(ticket: string): Promise<readonly FdkEntityRecord<EscalationRecord>[]> {
  const found = await platformAnswer(escalations().getAll({ query: { ticketKey: ticket } }), 'looking up a ledger');
  return [...found.records].sort((a, b) => b.data.head - a.data.head);
}

/** The record of a ledger in one of its states. */
const recordOf = (ticket: string, head: number, row: Append['row'], dueBucket: string): EscalationRecord => ({
  ticketKey: ticket,
  head,
  dueBucket,
  stage: row.stage,
  holder: row.owed ? row.holder.party : NOBODY,
  offeredTo: awaited(row)?.party ?? NOBODY,
  movedBy: row.movedBy ?? NOBODY,
  listed: JSON.stringify(row),
});

/** The records of one request: each is looked up once and then written to. */
function hints() {
  const known = new Map<string, FdkEntityRecord<EscalationRecord> | undefined>();
  return {
    find: async (ticket: string): Promise<EscalationRecord | undefined> => {
      const [record] = await findRecords(ticket);
      known.set(ticket, record);
      return record?.data;
    },
    note: async (data: EscalationRecord): Promise<void> => {
      const id = known.get(data.ticketKey)?.display_id;
      const writing = id === undefined ? escalations().create(data) : escalations().update(id, data);
      const { record } = await platformAnswer(writing, 'noting a ledger');
      known.set(data.ticketKey, record);
    },
  };
}

/**
 * Ledgers in the key-value store, one immutable row per append, found through one entity record per escalation.
 * `now` is the instant of this request, epoch ms. Every read and write is of this installation only.
 */
export function freshserviceLedger(hash: Hashing, now: number): LedgerPort {
  const { find, note } = hints();
  const beaten = new Set<string>();
  const read = (row: Row | undefined): LoadedLedger | undefined =>
    row && { page: decodePage({ body: row.body, mac: row.mac }, hash), texts: row.texts };

  /** Whoever was beaten has listed what did not come about; a sweep looks at the ticket all the same. */
  const correct = ({ ticket, page }: { readonly ticket: string; readonly page: LoadedLedger['page'] }) =>
    note(recordOf(ticket, page.version, rowOf(page.state, now), bucketFor(now, now)));

  return {
    pageLimit: PAGE_LIMIT,
    load: async ticket => {
      const { head, stage } = (await find(ticket)) ?? { head: 0, stage: 'none' };
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
      await note(recordOf(ticket, page.version, row, bucketFor(row.dueAt, now)));
      await ringAt(ticket, row.dueAt, now);
      return 'appended';
    },
    erase: (ticket, { page }, erasure) => eraseFromRows(ticket, page.version - 1, erasure, hash),
    relist: async (ticket, { page }, row) => {
      const listed = recordOf(ticket, page.version, row, bucketFor(row.dueAt, now));
      await rewriteRecords(ticket, record => (record.head > page.version ? record : listed));
    },
  };
}

/** A ticket that a sweep meets, and when something falls due on it, epoch ms; without, it has to be looked at now. */
export interface Met {
  readonly ticket: string;
  readonly dueAt?: number;
}

/** A record in another bucket than that of its due time was left in the middle of something, or put off. */
function metIn({ ticketKey: ticket, dueBucket, stage, listed }: EscalationRecord): Met {
  const dueAt = readListRow(JSON.parse(listed))?.dueAt;
  const isSettled = stage !== 'writing' && dueAt !== undefined && bucketFor(dueAt, dueAt) === dueBucket;
  return isSettled ? { ticket, dueAt } : { ticket };
}

/** The tickets whose records lie in these buckets, each once. One query for each page of them. */
export async function metInBuckets(buckets: readonly string[], marker?: string): Promise<readonly Met[]> {
  const query = { $or: buckets.map(dueBucket => ({ dueBucket })) };
  const page = marker === undefined ? { query } : { query, next: { marker } };
  const { records, links } = await platformAnswer(escalations().getAll(page), 'sweeping');
  const met = records.map(({ data }) => metIn(data));
  const next = links?.next?.marker;
  const all = [...met, ...(next === undefined ? [] : await metInBuckets(buckets, next))];
  return [...new Map(all.map(one => [one.ticket, one])).values()];
}

/** The last moves without a handoff that the records know of one mover: the first page of them, which is plenty. */
export async function movesOf(mover: string): Promise<readonly Move[]> {
  const query = { movedBy: mover };
  const { records } = await platformAnswer(escalations().getAll({ query }), 'looking for moves like it');
  return records.flatMap(({ data: { ticketKey: ticket, listed } }) => {
    const at = readListRow(JSON.parse(listed))?.movedAt;
    return at === undefined ? [] : [{ ticket, at }];
  });
}

/** Writes a ticket's record anew, and deletes a second one that two first writers left. */
async function rewriteRecords(ticket: string, rewrite: (data: EscalationRecord) => EscalationRecord): Promise<void> {
  const [record, ...seconds] = await findRecords(ticket);
  if (!record) return;
  await platformAnswer(escalations().update(record.display_id, rewrite(record.data)), 'putting a record right');
  for (const { display_id: id } of seconds) {
    await platformAnswer(escalations().delete(id), 'deleting a second record');
  }
}

/** Puts a ticket off to the sweep after this one. */
export const postpone = (ticket: string, now: number): Promise<void> =>
  rewriteRecords(ticket, data => ({ ...data, dueBucket: bucketFor(now + BUCKET, now) }));
