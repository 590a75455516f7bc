import {
  awaited,
  decodePage,
  encodePage,
  withoutTexts,
  type Append,
  type Erasure,
  type Hashing,
  type LedgerPort,
  type ListRow,
  type LoadedLedger,
  type Page,
  type SealedTexts,
  type StoredPage,
} from '@baton/shared';
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { isConflict, storeError } from './platformErrors';

/** The row of one escalation in the custom entity `escalation`; see manifest.yml for its indexes. */
export interface Row {
  ticketId: string;
  version: number;
  /** "yes" or "no": whether passing time alone will matter, and when (ISO, UTC). */
  due: string;
  dueAt: string;
  /** The party in whose list it is, and when it owes something there (ISO, UTC). */
  holder: string;
  owedAt: string;
  /** The party it is offered to or that is asked, and when that owes the answer (ISO, UTC). */
  offeredTo: string;
  answerBy: string;
  /** Who sent it across without a handoff last, and when (ISO, UTC). */
  movedBy: string;
  movedAt: string;
  listed: ListRow;
  body: StoredPage;
  texts: SealedTexts;
}

/** A full page under its own key. */
interface Sealed {
  readonly key: string;
  readonly value: Pick<Row, 'body' | 'texts'>;
}

/** The custom entity all rows are of. */
export const ENTITY = 'escalation';
/** Rows that wait for nothing sort behind all that do. */
const NEVER = '9999-12-31T00:00:00.000Z';
/** What is in no party's list. */
const NOBODY = 'nobody';
/** Bytes of a row before a new run starts; less than half of what one value may have. */
const PAGE_LIMIT = 100_000;

const pageKey = (ticket: string, version: number): string => `page:${ticket}:${version}`;

const isoOf = (at: number | undefined): string => (at === undefined ? NEVER : new Date(at).toISOString());

/** By what lists and sweeps find a row. */
function foundBy(row: ListRow) {
  const { dueAt, holder, owed } = row;
  const answer = awaited(row);
  return {
    due: dueAt === undefined ? 'no' : 'yes',
    dueAt: isoOf(dueAt),
    holder: owed ? holder.party : NOBODY,
    owedAt: isoOf(owed?.dueAt),
    offeredTo: answer?.party ?? NOBODY,
    answerBy: isoOf(answer?.answerBy),
  };
}

const rowOf = (ticket: string, { page, texts, row }: Append, hash: Hashing): Row => ({
  ticketId: ticket,
  version: page.version,
  ...foundBy(row),
  movedBy: row.movedBy ?? NOBODY,
  movedAt: isoOf(row.movedAt),
  listed: row,
  body: encodePage(page, hash),
  texts,
});

const isVersion = (version: number | undefined) => {
  const holds = version === undefined ? FilterConditions.notExists() : FilterConditions.equalTo(version);
  return new Filter<Row>().and('version', holds);
};

/** Writes a row over the version it was read at, and whatever else with it, or nothing. */
async function written(ticket: string, row: Row, over: number | undefined, more?: Sealed): Promise<boolean> {
  const transaction = kvs.transact().set(ticket, row, { entityName: ENTITY, conditions: isVersion(over) });
  if (more) transaction.set(more.key, more.value);
  try {
    await transaction.execute();
    return true;
  } catch (error) {
    return isConflict(error) ? false : storeError(Promise.reject(error));
  }
}

const readSealed = (ticket: string, version: number): Promise<Sealed['value'] | undefined> =>
  storeError(kvs.get<Sealed['value']>(pageKey(ticket, version)));

/** The row itself is written anew with every append, so that only full pages are older than it. */
async function eraseFromPages(
  ticket: string,
  { earlier, before }: Page,
  erasure: Erasure,
  read: (row: Sealed['value']) => Page,
): Promise<void> {
  if (earlier === undefined || before.seq < erasure.since) return;
  const row = await readSealed(ticket, earlier);
  if (!row) return;
  const texts = withoutTexts(row.texts, erasure.hashes);
  if (texts) await storeError(kvs.set(pageKey(ticket, earlier), { ...row, texts }));
  await eraseFromPages(ticket, read(row), erasure, read);
}

/** Ledgers in Forge's own storage: one row per escalation, written only over the version it was read at. */
export function forgeLedger(hash: Hashing): LedgerPort {
  const read = (row: Pick<Row, 'body' | 'texts'>): LoadedLedger => ({
    page: decodePage(row.body, hash),
    texts: row.texts,
  });
  const sealed = (ticket: string, { page, texts }: LoadedLedger): Sealed => ({
    key: pageKey(ticket, page.version),
    value: { body: encodePage(page, hash), texts },
  });
  return {
    pageLimit: PAGE_LIMIT,
    load: async ticket => {
      const row = await storeError(kvs.entity<Row>(ENTITY).get(ticket));
      return row && read(row);
    },
    loadVersion: async (ticket, version) => {
      const row = await readSealed(ticket, version);
      return row && read(row);
    },
    append: async (ticket, append, last) => {
      const isFull = last !== undefined && append.page.earlier === last.page.version;
      const more = isFull ? sealed(ticket, last) : undefined;
      const isDone = await written(ticket, rowOf(ticket, append, hash), last?.page.version, more);
      return isDone ? 'appended' : 'conflict';
    },
    erase: (ticket, { page }, erasure) => eraseFromPages(ticket, page, erasure, row => read(row).page),
    relist: async (ticket, ledger, row) => {
      // Where somebody was faster, they have listed it anew.
      await written(ticket, rowOf(ticket, { ...ledger, row }, hash), ledger.page.version);
    },
  };
}
