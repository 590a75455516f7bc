import { decodePage, encodePage, type Append, type Hashing, type LedgerPort, type LoadedLedger } from '@baton/shared';
import { bucketFor } from './dueBuckets';
import { DeskError, type SealedTexts } from '@baton/shared';
import { ifFound, platformAnswer } from './platformErrors';

/** One per escalation: a hint where its newest row is, never truth (design §7). No free text. */
export interface EscalationRecord {
  ticketKey: string;
  head: number;
  dueBucket: string;
  /** `writing` from before a row is created until after: whoever reads that looks whether there are newer rows. */
  stage: string;
  holder: string;
  offeredTo: string;
}

/** One row: a page, its seal, and what people wrote. Never changed after it was created. */
interface Row {
  readonly body: string;
  readonly mac: string;
  readonly texts: SealedTexts;
}

/** Bytes of a row before a new run starts: it may have 40 KB, and a new run begins with what is open. */
const PAGE_LIMIT = 32_000;

const rowKey = (ticket: string, version: number): string => `e:${ticket}:${version}`;
const escalations = () => $db.entity({ version: 'v1' }).get<EscalationRecord>('escalations');

/** The record with the highest head; two can exist for a moment when two writers were first at once. */
async function findRecord(ticket: string): Promise<FdkEntityRecord<EscalationRecord> | undefined> {
  const found = await platformAnswer(escalations().getAll({ query: { ticketKey: ticket } }), 'looking up a ledger');
  return [...found.records].sort((a, b) => b.data.head - a.data.head)[0];
}

const readRow = (ticket: string, version: number): Promise<Row | undefined> =>
  ifFound($db.get(rowKey(ticket, version)) as Promise<Row>, 'reading a ledger');

/** Rows are never overwritten, so the newest is found by asking for the next until there is none. */
async function newestRow(ticket: string, from: number): Promise<Row | undefined> {
  let newest = from > 0 ? await readRow(ticket, from) : undefined;
  for (let version = from + 1; ; version += 1) {
    const next = await readRow(ticket, version);
    if (!next) return newest;
    newest = next;
  }
}

const rowOf = ({ page, texts }: Append, hash: Hashing): Row => ({ ...encodePage(page, hash), texts });

/** Creating the row is the commit and the only arbiter: it is refused when somebody else was faster. */
async function createRow(ticket: string, append: Append, hash: Hashing): Promise<boolean> {
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

const isRefusal = (error: unknown): boolean =>
  error instanceof DeskError && (error.code === 'conflict' || error.code === 'refused' || error.code === 'unexpected');

/**
 * Ledgers in the key-value store, one immutable row per append, found through one entity record per escalation.
 * `now` is the instant of this request, epoch ms. Every read and write is of this installation only.
 */
export function freshserviceLedger(hash: Hashing, now: number): LedgerPort {
  const known = new Map<string, FdkEntityRecord<EscalationRecord> | undefined>();
  const beaten = new Set<string>();

  const read = (row: Row | undefined): LoadedLedger | undefined =>
    row && { page: decodePage({ body: row.body, mac: row.mac }, hash), texts: row.texts };

  const note = async (ticket: string, data: EscalationRecord): Promise<void> => {
    const record = known.get(ticket);
    const saved = record
      ? await platformAnswer(escalations().update(record.display_id, data), 'noting a ledger')
      : await platformAnswer(escalations().create(data), 'noting a ledger');
    known.set(ticket, saved.record ?? { display_id: record?.display_id ?? '', data });
  };

  return {
    pageLimit: PAGE_LIMIT,
    load: async ticket => {
      const record = await findRecord(ticket);
      known.set(ticket, record);
      const head = record?.data.head ?? 0;
      const mayBeOld = beaten.has(ticket) || record?.data.stage === 'writing';
      if (mayBeOld) return read(await newestRow(ticket, head));
      return head > 0 ? read(await readRow(ticket, head)) : undefined;
    },
    loadVersion: async (ticket, version) => read(await readRow(ticket, version)),
    append: async (ticket, append, last) => {
      const { row, page } = append;
      const record: EscalationRecord = {
        ticketKey: ticket,
        head: last?.page.version ?? 0,
        dueBucket: bucketFor(now, now),
        stage: 'writing',
        holder: row.holder,
        offeredTo: row.offeredTo ?? 'nobody',
      };
      await note(ticket, record);
      if (!(await createRow(ticket, append, hash))) {
        beaten.add(ticket);
        return 'conflict';
      }
      await note(ticket, { ...record, head: page.version, stage: row.stage, dueBucket: bucketFor(row.dueAt, now) });
      return 'appended';
    },
  };
}

/** Tickets whose records lie in these buckets: what a sweep has to look at. One query. */
export async function ticketsIn(buckets: readonly string[]): Promise<readonly string[]> {
  const query = { $or: buckets.map(dueBucket => ({ dueBucket })) };
  const found = await platformAnswer(escalations().getAll({ query }), 'sweeping');
  return [...new Set(found.records.map(record => record.data.ticketKey))];
}

/** Puts a ticket's record right after a crash between two writes, and deletes a second one. */
export async function repairRecord(
  ticket: string,
  ledger: LoadedLedger,
  row: Append['row'],
  now: number,
): Promise<void> {
  const found = await platformAnswer(escalations().getAll({ query: { ticketKey: ticket } }), 'repairing a record');
  const [keep, ...rest] = [...found.records].sort((a, b) => b.data.head - a.data.head);
  if (!keep) return;
  const data: EscalationRecord = {
    ticketKey: ticket,
    head: ledger.page.version,
    stage: row.stage,
    holder: row.holder,
    offeredTo: row.offeredTo ?? 'nobody',
    dueBucket: bucketFor(row.dueAt, now),
  };
  await platformAnswer(escalations().update(keep.display_id, data), 'repairing a record');
  for (const second of rest) await platformAnswer(escalations().delete(second.display_id), 'repairing a record');
}
