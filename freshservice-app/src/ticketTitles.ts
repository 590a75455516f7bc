import type { Directory, ListedRow } from '@baton/shared';
import { filterTickets } from './freshserviceDesk';

/** Freshservice's own open and pending; the agreement names the others that wait. */
const OPEN = ['2', '3'];
/** What a query of Freshservice may have at most, in characters, its quotes included. */
const LONGEST_QUERY = 512;
const PER_PAGE = 30;
const MOST_PAGES = 2;

const groupsOf = ({ teams }: Directory, rows: readonly ListedRow[]): readonly string[] => [
  ...new Set(rows.flatMap(({ row }) => teams[row.holder.team ?? '']?.freshserviceGroups ?? [])),
];

const statusesOf = ({ statuses }: Directory): readonly string[] => [
  ...new Set([...OPEN, ...Object.keys(statuses.freshservice?.waiting ?? {})]),
];

const anyOf = (field: string, values: readonly string[]): string =>
  `(${values.map(value => `${field}:${value}`).join(' OR ')})`;

/** The open tickets of these groups; of as many of them as a query may name. */
function queryFor(groups: readonly string[], statuses: readonly string[]): string {
  const query = `"${anyOf('group_id', groups)} AND ${anyOf('status', statuses)}"`;
  return query.length <= LONGEST_QUERY || groups.length === 1 ? query : queryFor(groups.slice(0, -1), statuses);
}

/**
 * Titles of listed tickets, by number, in at most two requests: the tickets of a party lie in its groups, so these are
 * asked for by group. One that lies elsewhere, or behind the first sixty, has none.
 *
 * @throws DeskError
 */
export async function readTitles(directory: Directory, rows: readonly ListedRow[]): Promise<Map<string, string>> {
  const groups = groupsOf(directory, rows);
  const titles = new Map<string, string>();
  if (groups.length === 0) return titles;
  const query = queryFor(groups, statusesOf(directory));
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const found = await filterTickets(query, page);
    found.forEach(({ id, subject }) => titles.set(id, subject));
    if (found.length < PER_PAGE || rows.every(({ ticket }) => titles.has(ticket))) break;
  }
  return titles;
}
