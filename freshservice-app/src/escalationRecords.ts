import { awaited, readListRow, type Append, type Move } from '@baton/shared';
import { BUCKET, bucketFor, startOfBucket } from './dueBuckets';
import { ifFound, platformAnswer } from './platformErrors';
import { countRecords } from './recordCount';

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

/** A record as the store gives it. */
export type StoredRecord = FdkEntityRecord<EscalationRecord>;

/** What is in no party's list. */
const NOBODY = 'nobody';

/**
 * Under this key, beside the tickets' records, lies who is out and who has left: whoever looks a ticket up asks for both
 * in one query, so that knowing it costs no call. One record a person, so that two who press at once do not undo each
 * other, sealed like a row, since any agent's browser can write here.
 */
export const PEOPLE = 'people';

/** A record that no list and no sweep finds. */
export const NOWHERE: Omit<EscalationRecord, 'ticketKey' | 'listed'> = {
  ...{ head: 0, dueBucket: 'none', stage: 'none' },
  ...{ holder: NOBODY, offeredTo: NOBODY, movedBy: NOBODY },
};

/** The records of all escalations. */
export const escalations = () => $db.entity({ version: 'v1' }).get<EscalationRecord>('escalations');

/** The records under these keys: one query, highest head first; two can exist for a moment where two were first at once. */
export async function recordsOf(keys: readonly string[]): Promise<readonly StoredRecord[]> {
  const query = { $or: keys.map(ticketKey => ({ ticketKey })) };
  const found = await platformAnswer(escalations().getAll({ query }), 'looking up a ledger');
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

/** Records that were read already, by ticket; none where a ticket has none. Each is good for the first look only. */
export type RecordsMet = Map<string, readonly StoredRecord[]>;

/**
 * The records of one request: each is looked up once, unless it was met before, and then written to.
 *
 * @throws DeskError
 */
export function hints(met: RecordsMet) {
  const known = new Map<string, StoredRecord | undefined>();
  // A new record is counted with the note after it: nothing comes between it and the row it is for.
  const uncounted = new Set<string>();
  return {
    find: async (ticket: string): Promise<EscalationRecord | undefined> => {
      const [record] = met.get(ticket) ?? (await recordsOf([ticket]));
      met.delete(ticket);
      known.set(ticket, record);
      return record?.data;
    },
    note: async (data: EscalationRecord): Promise<void> => {
      const id = known.get(data.ticketKey)?.display_id;
      const updated = id === undefined ? undefined : await ifFound(escalations().update(id, data), 'noting a ledger');
      const { record } = updated ?? (await platformAnswer(escalations().create(data), 'noting a ledger'));
      known.set(data.ticketKey, record);
      if (!updated) uncounted.add(data.ticketKey);
      else if (uncounted.delete(data.ticketKey)) await countRecords(1);
    },
  };
}

/** A ticket that a sweep meets, and when something falls due on it, epoch ms; without, it has to be looked at now. */
export interface Met {
  readonly ticket: string;
  readonly dueAt?: number;
  /** Since when it waits, epoch ms. */
  readonly since: number;
}

/** A record in another bucket than that of its due time was left in the middle of something, or put off. */
function metIn({ ticketKey: ticket, dueBucket, stage, listed }: EscalationRecord): Met {
  const dueAt = readListRow(JSON.parse(listed))?.dueAt;
  const isSettled = stage !== 'writing' && dueAt !== undefined && bucketFor(dueAt, dueAt) === dueBucket;
  return isSettled ? { ticket, dueAt, since: dueAt } : { ticket, since: startOfBucket(dueBucket) };
}

/** What a sweep meets: tickets, each once, the longest waiting first, and what is known of people. */
export interface MetInBuckets {
  readonly tickets: readonly Met[];
  readonly people: readonly StoredRecord[];
}

/** The records that lie in these buckets, and those of people. One query for each page of them. */
async function inBuckets(buckets: readonly string[], marker?: string): Promise<readonly StoredRecord[]> {
  const query = { $or: [{ ticketKey: PEOPLE }, ...buckets.map(dueBucket => ({ dueBucket }))] };
  const page = marker === undefined ? { query } : { query, next: { marker } };
  const { records, links } = await platformAnswer(escalations().getAll(page), 'sweeping');
  const next = links?.next?.marker;
  return next === undefined ? records : [...records, ...(await inBuckets(buckets, next))];
}

/** The tickets whose records lie in these buckets, and who is there, in one query. */
export async function metInBuckets(buckets: readonly string[]): Promise<MetInBuckets> {
  const all = await inBuckets(buckets);
  const met = all.filter(({ data }) => data.ticketKey !== PEOPLE).map(({ data }) => metIn(data));
  return {
    // In the store's own order a storm would keep whatever stands behind it waiting for ever.
    tickets: [...new Map(met.map(one => [one.ticket, one])).values()].sort((a, b) => a.since - b.since),
    people: all.filter(({ data }) => data.ticketKey === PEOPLE),
  };
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
  const [record, ...seconds] = await recordsOf([ticket]);
  if (!record) return;
  const data = rewrite(record.data);
  if (data) await platformAnswer(escalations().update(record.display_id, data), 'putting a record right');
  const gone = data ? seconds : [record, ...seconds];
  for (const { display_id: id } of gone) await platformAnswer(escalations().delete(id), 'deleting a record');
  if (gone.length > 0) await countRecords(-gone.length);
}

/** Puts a ticket off to the sweep after this one. */
export const postpone = (ticket: string, now: number): Promise<void> =>
  rewriteRecords(ticket, data => ({ ...data, dueBucket: bucketFor(now + BUCKET, now) }));
