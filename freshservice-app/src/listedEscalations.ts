import { readListRow, type HoldingParty, type ListedRow, type ListedRows } from '@baton/shared';
import { escalations, type EscalationRecord } from './escalationRecords';
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

async function read(query: object, pages: number, marker?: string): Promise<ListedRows> {
  const page = marker === undefined ? { query } : { query, next: { marker } };
  const { records, links } = await platformAnswer(escalations().getAll(page), 'reading a list');
  const rows = records.flatMap(({ data }) => rowIn(data));
  const next = links?.next?.marker;
  if (next === undefined || pages <= 1) return { rows, isAll: next === undefined };
  const rest = await read(query, pages - 1, next);
  return { rows: [...rows, ...rest.rows], isAll: rest.isAll };
}

async function listed(query: object, pages: number): Promise<ListedRows> {
  const { rows, isAll } = await read(query, pages);
  return { rows: newestOf(rows), isAll };
}

/** What is offered to a party: one query. @throws DeskError */
export const offeredTo = (party: HoldingParty): Promise<ListedRows> => listed({ offeredTo: party }, 1);

/** What a party holds: one query, and one more for each further page of it, at most four. @throws DeskError */
export const heldBy = (party: HoldingParty): Promise<ListedRows> => listed({ holder: party }, MOST_PAGES);

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
