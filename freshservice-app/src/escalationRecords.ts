import { awaited, readListRow, type Append, type Move } from '@baton/shared';
import { BUCKET, bucketFor } from './dueBuckets';
import { ifFound, platformAnswer } from './platformErrors';

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

/** What is in no party's list. */
const NOBODY = 'nobody';

/** The records of all escalations. */
export const escalations = () => $db.entity({ version: 'v1' }).get<EscalationRecord>('escalations');

/** The records of a ticket, highest head first; two can exist for a moment when two writers were first at once. */
async function findRecords(ticket: string): Promise<readonly FdkEntityRecord<EscalationRecord>[]> {
  const found = await platformAnswer(escalations().getAll({ query: { ticketKey: ticket } }), 'looking up a ledger');
  return [...found.records].sort((a, b) => b.data.head - a.data.head);
}

/** The record of a ledger whose newest row is `head`, in one of its states. */
export const recordOf = (ticket: string, head: number, row: Append['row'], dueBucket: string): EscalationRecord => ({
  ticketKey: ticket,
  head,
  dueBucket,
  stage: row.stage,
  holder: row.owed ? row.holder.party : NOBODY,
  offeredTo: awaited(row)?.party ?? NOBODY,
  movedBy: row.movedBy ?? NOBODY,
  listed: JSON.stringify(row),
});

/** The records of one request: each is looked up once and then written to. @throws DeskError */
export function hints() {
  const known = new Map<string, FdkEntityRecord<EscalationRecord> | undefined>();
  return {
    find: async (ticket: string): Promise<EscalationRecord | undefined> => {
      const [record] = await findRecords(ticket);
      known.set(ticket, record);
      return record?.data;
    },
    note: async (data: EscalationRecord): Promise<void> => {
      const id = known.get(data.ticketKey)?.display_id;
      const updated = id === undefined ? undefined : await ifFound(escalations().update(id, data), 'noting a ledger');
      const { record } = updated ?? (await platformAnswer(escalations().create(data), 'noting a ledger'));
      known.set(data.ticketKey, record);
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

/**
 * Writes a ticket's record anew, or takes it away; a second one that two first writers left goes in any case.
 *
 * @throws DeskError
 */
export async function rewriteRecords(
  ticket: string,
  rewrite: (data: EscalationRecord) => EscalationRecord | undefined,
): Promise<void> {
  const [record, ...seconds] = await findRecords(ticket);
  if (!record) return;
  const data = rewrite(record.data);
  if (data) await platformAnswer(escalations().update(record.display_id, data), 'putting a record right');
  for (const { display_id: id } of data ? seconds : [record, ...seconds]) {
    await platformAnswer(escalations().delete(id), 'deleting a record');
  }
}

/** Puts a ticket off to the sweep after this one. */
export const postpone = (ticket: string, now: number): Promise<void> =>
  rewriteRecords(ticket, data => ({ ...data, dueBucket: bucketFor(now + BUCKET, now) }));
