import { instantFormat, isoReader } from '../time';
import { usualMapping } from './mapping';

/** The beginning of a log, before anybody has said what its columns mean. */
export interface LogHead {
  readonly format: 'csv' | 'ndjson' | 'jira' | 'freshservice';
  readonly delimiter: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  readonly columns: readonly string[];
  /** Cells in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
  /** What columns are called, where that is not their name. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Of a desk's own export: its first tickets. */
  readonly entries?: readonly object[];
}

/** A mapping as it is written down, before it is read; see `readMapping`. */
export type MappingDocument = Readonly<Record<string, unknown>>;

/** Names under which exports carry what a mapping asks for, the surest first. */
const NAMES = {
  case: [
    /^(issue ?key|number|case( ?id)?|(incident|ticket)[ _]?(id|number|key)?)$/i,
    /^(key|id)$/i,
    /number|key|\bid$/i,
  ],
  at: [/^at$|updated|changed|occurred|timestamp/i, /time|date|created/i],
  order: [/mod_?count|sequence|^seq$|^order$/i],
  status: [/^(status|state)$/i, /^(to|new)[ _.]?(status|state)$/i, /status|state/i],
  team: [/assignment[ _]?group|^(team|group|queue)([ _.]?name)?$/i, /group|team|queue/i],
  person: [/assigned[ _]?to|assignee|^agent([ _.]?name)?$|owner/i, /person|agent/i],
  priority: [/^priority/i, /priority/i],
  impact: [/^impact/i],
  type: [/^(type|category|work ?type|issue ?type)$/i, /type|category/i],
} as const;

const FORMATS = [
  undefined,
  ...['yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd HH:mm:ss', 'dd-MM-yyyy HH:mm', 'dd-MM-yyyy HH:mm:ss'],
  ...['dd/MM/yyyy HH:mm', 'dd/MM/yyyy HH:mm:ss', 'MM/dd/yyyy HH:mm', 'MM/dd/yyyy HH:mm:ss', 'dd.MM.yyyy HH:mm'],
  ...['dd.MM.yyyy HH:mm:ss', 'M/d/yyyy h:mm a', 'dd/MMM/yy h:mm a', 'dd-MMM-yyyy HH:mm:ss'],
];

/** Forms of instants that exports often have, as date-fns tokens. */
export const INSTANT_FORMS: readonly string[] = FORMATS.flatMap(format => format ?? []);

const valuesOf = ({ columns, rows }: LogHead, column: string): string[] => {
  const index = columns.indexOf(column);
  return [...new Set(rows.flatMap(row => row[index]?.trim() || []))];
};

const readsAll = (texts: readonly string[], format: string | undefined): boolean => {
  const read = format === undefined ? isoReader('UTC') : instantFormat(format, 'UTC');
  return read !== undefined && texts.length > 0 && texts.every(text => read(text) !== undefined);
};

/** Columns in the order in which their names promise what is looked for. */
const promising = (columns: readonly string[], names: readonly RegExp[]): string[] => [
  ...new Set(names.flatMap(name => columns.filter(column => name.test(column.trim())))),
];

/** The column of instants and their form: by its name first, else whichever has nothing but instants. */
function instants(head: LogHead): MappingDocument {
  for (const column of new Set([...promising(head.columns, NAMES.at), ...head.columns])) {
    const texts = valuesOf(head, column);
    const found = FORMATS.findIndex(format => readsAll(texts, format));
    const atFormat = FORMATS[found];
    if (found >= 0) return { at: column, ...(atFormat === undefined ? {} : { atFormat }) };
  }
  return {};
}

const MISSING = ['?', '-', 'null', 'None', 'N/A'];
const WAITING = /wait|pending|hold|paus/i;
const RESOLVED = /resolved|closed|done|complete|cancel/i;

/** What a status most likely means. */
export const meaningOfStatus = (status: string): 'work' | 'waiting' | 'resolved' =>
  RESOLVED.test(status) ? 'resolved' : WAITING.test(status) ? 'waiting' : 'work';

const statusWords = (statuses: readonly string[]): MappingDocument => ({
  waiting: statuses.filter(status => meaningOfStatus(status) === 'waiting'),
  resolved: statuses.filter(status => meaningOfStatus(status) === 'resolved'),
});

/** What a column holds in the beginning of a log: each value once. */
export const seenIn = (head: LogHead, column: unknown, missing: readonly string[] = []): readonly string[] =>
  typeof column === 'string' ? valuesOf(head, column).filter(value => !missing.includes(value)) : [];

const isTeam = (name: string): boolean => NAMES.team.some(one => one.test(name));

/** A desk calls its fields itself; only which one has the team may be anything. */
function proposeForDesk(head: LogHead): MappingDocument {
  const { format, encoding, columns, labels = {} } = head;
  const usual: Readonly<Record<string, unknown>> = { ...usualMapping(format) };
  const team = columns.find(column => isTeam(labels[column] ?? column));
  const mapping = { format, encoding, ...(team === undefined ? {} : { team }), ...usual };
  const statuses = seenIn(head, usual['status']);
  return statuses.length > 0 ? { ...mapping, ...statusWords(statuses) } : mapping;
}

/** A mapping to begin with, guessed from the names of the columns and what stands in them; a person looks at it. */
export function proposeMapping(head: LogHead): MappingDocument {
  const { format, delimiter, encoding } = head;
  if (format === 'jira' || format === 'freshservice') return proposeForDesk(head);
  const taken = new Set<unknown>();
  const mapping: Record<string, unknown> = { format, delimiter, encoding, zone: 'UTC', ...instants(head) };
  taken.add(mapping['at']);
  for (const [role, names] of Object.entries(NAMES)) {
    if (role === 'at') continue;
    const column = promising(head.columns, names).find(name => !taken.has(name));
    if (column === undefined) continue;
    mapping[role] = column;
    taken.add(column);
  }
  const all = new Set(head.rows.flat());
  const missing = MISSING.filter(word => all.has(word));
  return { ...mapping, missing, ...statusWords(seenIn(head, mapping['status'], missing)) };
}
