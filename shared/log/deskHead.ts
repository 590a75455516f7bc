import type { LogHead, Mapping } from '../src/replay';
import { cellOf } from './cellOf';
import { freshserviceTickets } from './freshserviceTickets';
import { jiraIssues } from './jiraIssues';
import { entriesIn, objectsIn } from './statesOf';

type Named = Readonly<Record<string, unknown>>;
type Seen = readonly [column: string, value: string | undefined, label?: string | undefined];

/** How the entries of a desk's own export are read. */
export const deskEntries = { jira: jiraIssues, freshservice: freshserviceTickets } as const;

const has = (entry: object, ...keys: readonly string[]): boolean => keys.some(key => key in entry);

/** Whose export an entry is of; undefined where it is an event of a ticket. */
export function deskOf(entry: unknown): 'jira' | 'freshservice' | undefined {
  const named = Object(entry) as Named;
  if (has(named, 'activities', 'ticket')) return 'freshservice';
  const [first = named] = ['values', 'issues'].flatMap(key => objectsIn(named[key]) ?? []);
  return has(first, 'changelog', 'items') ? 'jira' : undefined;
}

function seenInIssue(issue: object): Seen[] {
  const { changelog, fields } = issue as Named;
  const histories = (['histories', 'values'] as const).flatMap(
    key => objectsIn((Object(changelog) as Named)[key]) ?? [],
  );
  const items = histories.flatMap(history => objectsIn((history as Named)['items']) ?? []);
  const now = Object.entries(Object(fields) as Named).map(([field, value]): Seen => {
    const plain = typeof value === 'string' ? value : undefined;
    return [field, plain ?? ['displayName', 'name', 'value'].map(key => cellOf(value, key)).find(Boolean)];
  });
  const changed = items.flatMap((item): Seen[] => {
    const [label, column = label ?? ''] = [cellOf(item, 'field'), cellOf(item, 'fieldId')];
    return ['fromString', 'toString'].map(side => [column, Object.hasOwn(item, side) ? cellOf(item, side) : '', label]);
  });
  return [...now, ...changed];
}

const USUAL = ['Status', 'Group', 'Agent', 'Priority', 'Impact', 'Type'];

function seenInTicket(entry: object): Seen[] {
  const activities = objectsIn((entry as Named)['activities']) ?? [];
  const lines = activities.flatMap(activity => {
    const { content, sub_contents: more } = activity as Named;
    return [content, ...(Array.isArray(more) ? (more as unknown[]) : [])].map(String);
  });
  const said = lines.flatMap((line): Seen[] => {
    const found = /^set (.+?) as (.*)$/.exec(line);
    return found ? [[found[1] ?? '', found[2]]] : [];
  });
  return [...USUAL.map((field): Seen => [field, undefined]), ...said];
}

/** What a desk's own export has in its beginning: its fields, and what was seen in each. */
export function deskHead(
  format: 'jira' | 'freshservice',
  answers: readonly object[],
): Pick<LogHead, 'columns' | 'rows' | 'labels' | 'entries'> {
  const entries = answers.flatMap(answer => entriesIn(answer, format === 'jira' ? 'issues' : 'tickets'));
  const seen = entries.flatMap(entry => (format === 'jira' ? seenInIssue(entry) : seenInTicket(entry)));
  const labels = Object.fromEntries(
    seen.flatMap(([column, , label]) => (label === undefined ? [] : [[column, label]])),
  );
  const columns = [...new Set(seen.map(([column]) => column))].filter(column => column !== 'description');
  const rows = seen.map(([of, value = '']) => columns.map(column => (column === of ? value : '')));
  return { columns, rows, labels: labels as Readonly<Record<string, string>>, entries };
}

/** The lines that the entries of a head are read as. */
export const deskLines = ({ format, entries = [] }: LogHead, mapping: Mapping) =>
  format === 'jira' || format === 'freshservice' ? entries.flatMap(deskEntries[format](mapping)) : [];
