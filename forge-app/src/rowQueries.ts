import {
  readListRow,
  type HeldTicket,
  type HoldingParty,
  type ListedRow,
  type ListedRows,
  type Move,
} from '@baton/shared';
import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { ENTITY, type Row } from './forgeLedger';
import { storeError } from './platformErrors';

/** A ticket on which something falls due, and when, epoch ms. */
export interface Due {
  readonly ticket: string;
  readonly dueAt: number;
}

/** As many as one push to the queue takes. */
export const A_PUSH = 50;

/**
 * Tickets on which something falls due before `until` (epoch ms), soonest first, and where the rest begins; one query,
 * eventually consistent.
 */
export async function dueBefore(until: number, cursor?: string): Promise<{ due: readonly Due[]; next?: string }> {
  const query = kvs
    .entity<Row>(ENTITY)
    .query()
    .index('by-due', { partition: ['yes'] })
    .where(WhereConditions.lessThan(new Date(until).toISOString()))
    .limit(A_PUSH);
  const { results, nextCursor } = await storeError((cursor === undefined ? query : query.cursor(cursor)).getMany());
  const due = results.map(({ value }) => ({ ticket: value.ticketId, dueAt: Date.parse(value.dueAt) }));
  return { due, ...(nextCursor === undefined ? {} : { next: nextCursor }) };
}

/** As many tickets as one page of all of them names. */
const LISTED = 50;

/**
 * All tickets that have a ledger, those on which something falls due first; where the rest begins says which of the two
 * and the store's own mark.
 */
export async function allLedgers(after = 'yes '): Promise<{ tickets: readonly string[]; next?: string }> {
  const [due = 'yes', cursor = ''] = after.split(' ');
  const query = kvs
    .entity<Row>(ENTITY)
    .query()
    .index('by-due', { partition: [due] })
    .limit(LISTED);
  const { results, nextCursor } = await storeError((cursor === '' ? query : query.cursor(cursor)).getMany());
  const tickets = results.map(({ value }) => value.ticketId);
  if (nextCursor !== undefined) return { tickets, next: `${due} ${nextCursor}` };
  return due === 'yes' ? { tickets, next: 'no ' } : { tickets };
}

/** The newest moves without a handoff that the rows know of one mover; one query, eventually consistent. */
export async function movesOf(mover: string): Promise<readonly Move[]> {
  const found = await storeError(
    kvs
      .entity<Row>(ENTITY)
      .query()
      .index('by-mover', { partition: [mover] })
      .sort(Sort.DESC)
      .limit(100)
      .getMany(),
  );
  return found.results.map(({ value }) => ({ ticket: value.ticketId, at: Date.parse(value.movedAt) }));
}

const indexes = { offered: 'by-offer', ours: 'by-holder' } as const;

function listedIn({ ticketId, version, listed }: Row): readonly ListedRow[] {
  const row = readListRow(listed);
  return row ? [{ ticket: ticketId, version, row }] : [];
}

/** The first tickets of one list of a party, soonest first; one query, eventually consistent. */
export async function listedFor(party: HoldingParty, list: keyof typeof indexes, limit = 50): Promise<ListedRows> {
  const query = kvs
    .entity<Row>(ENTITY)
    .query()
    .index(indexes[list], { partition: [party] });
  const { results, nextCursor } = await storeError(query.limit(limit).getMany());
  return { rows: results.flatMap(({ value }) => listedIn(value)), isAll: nextCursor === undefined };
}

/** A page of what a party holds, and where the rest begins; one query, eventually consistent. @throws DeskError */
export async function heldPage(
  party: HoldingParty,
  cursor?: string,
): Promise<{ readonly rows: readonly ListedRow[]; readonly next?: string }> {
  const query = kvs
    .entity<Row>(ENTITY)
    .query()
    .index('by-holder', { partition: [party] })
    .limit(LISTED);
  const { results, nextCursor } = await storeError((cursor === undefined ? query : query.cursor(cursor)).getMany());
  return {
    rows: results.flatMap(({ value }) => listedIn(value)),
    ...(nextCursor === undefined ? {} : { next: nextCursor }),
  };
}

/** Pages of a party's list that are looked through for what somebody holds; what is beyond is noticed when touched. */
const MOST_PAGES = 10;

/** All rows of a party's list, as far as it is looked through. */
async function rowsHeldBy(party: string): Promise<{ readonly found: readonly Row[]; readonly isAll: boolean }> {
  const found: Row[] = [];
  let cursor: string | undefined;
  for (let page = 0; page === 0 || (cursor !== undefined && page < MOST_PAGES); page += 1) {
    const query = kvs
      .entity<Row>(ENTITY)
      .query()
      .index('by-holder', { partition: [party] })
      .limit(100);
    const { results, nextCursor } = await storeError((cursor === undefined ? query : query.cursor(cursor)).getMany());
    cursor = nextCursor;
    found.push(...results.map(({ value }) => value));
  }
  return { found, isAll: cursor === undefined };
}

/** What both parties hold; one query for each hundred work items of a party, ten at most. */
export async function openRows(): Promise<ListedRows> {
  const held = [await rowsHeldBy('msp'), await rowsHeldBy('client')];
  return { rows: held.flatMap(({ found }) => found.flatMap(listedIn)), isAll: held.every(({ isAll }) => isAll) };
}

/** What these people hold, by what is listed of their parties; one query for each hundred work items of a party. */
export async function ticketsOf(
  holders: readonly { readonly person: string; readonly party: string }[],
): Promise<readonly HeldTicket[]> {
  const names = new Set(holders.map(({ person }) => person));
  const held: HeldTicket[] = [];
  for (const party of new Set(holders.map(each => each.party))) {
    const { found } = await rowsHeldBy(party);
    held.push(...found.flatMap(row => heldBy(row, names)));
  }
  return held;
}

function heldBy({ listed, ticketId: ticket }: Row, names: ReadonlySet<string>): readonly HeldTicket[] {
  const person = readListRow(listed)?.holder.person ?? '';
  return names.has(person) ? [{ ticket, person }] : [];
}
