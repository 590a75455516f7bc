import { readListRow, type HoldingParty, type ListedRow, type ListedRows } from '@baton/shared';
import { escalations, PEOPLE, type EscalationRecord, type StoredRecord } from './escalationRecords';
import { platformAnswer } from './platformErrors';

/** Records can be asked for by equality alone, so all of a party are read before the soonest are known. */
const MOST_PAGES = 4;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

function rowIn({ ticketKey, head, listed }: EscalationRecord): ListedRow[] {
  const row = readListRow(parsed(listed));
  return row ? [{ ticket: ticketKey, version: head, row }] : [];
}

/** Two records of one ticket can exist for a moment: the highest head counts. */
const newestOf = (rows: readonly ListedRow[]): readonly ListedRow[] => [
  ...new Map([...rows].sort((a, b) => a.version - b.version).map(row => [row.ticket, row])).values(),
];

interface Found {
  readonly records: readonly StoredRecord[];
  readonly isAll: boolean;
}

async function read(query: object, pages: number, marker?: string): Promise<Found> {
  const page = marker === undefined ? { query } : { query, next: { marker } };
  const { records, links } = await platformAnswer(escalations().getAll(page), 'reading a list');
  const next = links?.next?.marker;
  if (next === undefined || pages <= 1) return { records, isAll: next === undefined };
  const rest = await read(query, pages - 1, next);
  return { records: [...records, ...rest.records], isAll: rest.isAll };
}

const rowsIn = ({ records, isAll }: Found): ListedRows => ({
  rows: newestOf(records.flatMap(({ data }) => rowIn(data))),
  isAll,
});

const listed = async (query: object, pages: number): Promise<ListedRows> => rowsIn(await read(query, pages));

/** What is offered to a party, and the records of who is there: one query. @throws DeskError */
export async function offeredTo(
  party: HoldingParty,
): Promise<ListedRows & { readonly people: readonly StoredRecord[] }> {
  const { records, isAll } = await read({ $or: [{ offeredTo: party }, { ticketKey: PEOPLE }] }, 1);
  const isOfPeople = ({ data }: StoredRecord): boolean => data.ticketKey === PEOPLE;
  const offered = rowsIn({ records: records.filter(record => !isOfPeople(record)), isAll });
  return { ...offered, people: records.filter(isOfPeople) };
}

/** What a party holds: one query, and one more for each further page of it, at most four. @throws DeskError */
export const heldBy = (party: HoldingParty): Promise<ListedRows> => listed({ holder: party }, MOST_PAGES);

/** What both parties hold, as far as each list is read. @throws DeskError */
export async function openRows(): Promise<ListedRows> {
  const held = [await heldBy('msp'), await heldBy('client')];
  return { rows: held.flatMap(({ rows }) => rows), isAll: held.every(({ isAll }) => isAll) };
}

/** A page of what a party holds, and where the rest begins: one query. @throws DeskError */
export async function heldPage(
  party: HoldingParty,
  marker?: string,
): Promise<{ readonly rows: readonly ListedRow[]; readonly next?: string }> {
  const query = { holder: party };
  const page = marker === undefined ? { query } : { query, next: { marker } };
  const { records, links } = await platformAnswer(escalations().getAll(page), 'reading what is open');
  const next = links?.next?.marker;
  return { ...rowsIn({ records, isAll: true }), ...(next === undefined ? {} : { next }) };
}

/** Tickets of the records that are kept, a page at a time: what has ended for good has none. @throws DeskError */
export async function allListed(marker?: string): Promise<{ tickets: readonly string[]; next?: string }> {
  const page = marker === undefined ? {} : { next: { marker } };
  const { records, links } = await platformAnswer(escalations().getAll(page), 'reading all ledgers');
  const tickets = [...new Set(records.map(({ data }) => data.ticketKey))].filter(key => /^\d+$/.test(key));
  const next = links?.next?.marker;
  return { tickets, ...(next === undefined ? {} : { next }) };
}

/** Most values one query may name. */
const MOST_NAMED = 24;

/** What is listed of these tickets, by ticket: one query for each two dozen of them. @throws DeskError */
export async function listedOf(tickets: readonly string[]): Promise<ReadonlyMap<string, ListedRow>> {
  const found: ListedRow[] = [];
  for (let from = 0; from < tickets.length; from += MOST_NAMED) {
    const $or = tickets.slice(from, from + MOST_NAMED).map(ticketKey => ({ ticketKey }));
    found.push(...(await listed({ $or }, MOST_PAGES)).rows);
  }
  return new Map(found.map(row => [row.ticket, row]));
}
