import { ISSUE_TYPES, PRIORITIES, PROJECT, STATUSES, type Named } from '../model/site';
import type { WorkItem } from '../model/workItems';
import { RestError } from './restRequest';

/** A query read: what it selects, and in which order. */
export interface Jql {
  holds(item: WorkItem): boolean;
  order(left: WorkItem, right: WorkItem): number;
}

export interface JqlReader {
  now: number;
  accountId: string;
}

const refused = (message: string) => new RestError(400, message);

const ids = (list: readonly Named[], value: string) =>
  list.filter(({ id, name }) => id === value || name.toLowerCase() === value.toLowerCase()).map(({ id }) => id);
const categoryIds = (value: string) =>
  STATUSES.filter(({ category }) => [category.key, category.name.toLowerCase()].includes(value.toLowerCase())).map(
    ({ id }) => id,
  );

/** For each field: what a work item has, and what a written value can stand for. */
const MATCHED: Record<
  string,
  { of(item: WorkItem): string | null; stands(value: string, reader: JqlReader): string[] }
> = {
  project: { of: () => PROJECT.id, stands: value => ids([PROJECT, { id: PROJECT.id, name: PROJECT.key }], value) },
  key: { of: item => item.key, stands: value => [value.toUpperCase()] },
  id: { of: item => item.id, stands: value => [value] },
  status: { of: item => item.status, stands: value => ids(STATUSES, value) },
  statuscategory: { of: item => item.status, stands: categoryIds },
  priority: { of: item => item.priority, stands: value => ids(PRIORITIES, value) },
  issuetype: { of: item => item.type, stands: value => ids(ISSUE_TYPES, value) },
  assignee: {
    of: item => item.assignee,
    stands: (value, reader) => [value === 'currentUser()' ? reader.accountId : value],
  },
  reporter: {
    of: item => item.reporter,
    stands: (value, reader) => [value === 'currentUser()' ? reader.accountId : value],
  },
  resolution: { of: item => item.resolution, stands: value => [value] },
};
const SAME_FIELD: Record<string, string> = { issue: 'key', issuekey: 'key', type: 'issuetype' };

const TIMES: Record<string, (item: WorkItem) => number | null> = {
  created: item => item.created,
  updated: item => item.updated,
  resolved: item => item.resolved,
  resolutiondate: item => item.resolved,
};

const UNIT_MS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Absolute minutes (read in UTC), epoch ms, or an amount of time from now. */
function instant(value: string, { now }: JqlReader): number {
  const relative = /^(-?\d+)([mhdw])$/.exec(value);
  if (relative) return now + Number(relative[1]) * UNIT_MS[relative[2]!]!;
  if (/^\d{11,}$/.test(value)) return Number(value);
  const written = /^(\d{4})[-/](\d{2})[-/](\d{2})(?: (\d{2}):(\d{2}))?$/.exec(value);
  if (!written) throw refused(`Date value '${value}' is invalid.`);
  const [, year, month, day, hour = '00', minute = '00'] = written;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
}

const COMPARES: Record<string, (left: number, right: number) => boolean> = {
  '>=': (left, right) => left >= right,
  '>': (left, right) => left > right,
  '<=': (left, right) => left <= right,
  '<': (left, right) => left < right,
  '=': (left, right) => left === right,
};

const CLAUSE = /^"?([a-z]+)"?\s*(>=|<=|!=|=|>|<|\bnot\s+in\b|\bin\b|\bis\s+not\b|\bis\b)\s*(.+)$/i;

const unquoted = (value: string) => value.trim().replace(/^(["'])(.*)\1$/, '$2');
const listOf = (value: string) =>
  value
    .replace(/^\(|\)$/g, '')
    .split(',')
    .map(unquoted);

interface Clause {
  field: string;
  operator: string;
  value: string;
}

type Holds = (item: WorkItem) => boolean;

function readClause(text: string): Clause {
  const read = CLAUSE.exec(text.trim());
  if (!read) throw refused(`Error in the JQL query: '${text.trim()}' could not be read.`);
  const [name, operator, value] = read.slice(1).map(part => part.toLowerCase()) as [string, string, string];
  return { field: SAME_FIELD[name] ?? name, operator, value: value && read[3]! };
}

function timeClause({ field, operator, value }: Clause, reader: JqlReader): Holds {
  const compare = COMPARES[operator];
  if (!compare) throw refused(`The operator '${operator}' is not supported by the '${field}' field.`);
  const at = instant(unquoted(value), reader);
  return item => compare(TIMES[field]!(item) ?? Number.NaN, at);
}

function matchClause({ field, operator, value }: Clause, reader: JqlReader): Holds {
  const matched = MATCHED[field];
  if (!matched) throw refused(`Field '${field}' does not exist or you do not have permission to view it.`);
  const isNegated = ['!=', 'not in', 'is not'].includes(operator);
  if (operator.startsWith('is')) return item => (matched.of(item) === null) !== isNegated;
  const stands = listOf(value).flatMap(one => matched.stands(one, reader));
  return item => stands.includes(matched.of(item) ?? '') !== isNegated;
}

function clause(text: string, reader: JqlReader): Holds {
  const read = readClause(text);
  return TIMES[read.field] ? timeClause(read, reader) : matchClause(read, reader);
}

const RANK: Record<string, (item: WorkItem) => number> = {
  created: item => item.created,
  updated: item => item.updated,
  priority: item => Number(item.priority),
  key: item => Number(item.id),
  id: item => Number(item.id),
};

function orderBy(text: string): Jql['order'] {
  const [field = '', direction] = text.trim().toLowerCase().split(/\s+/);
  const rank = RANK[field];
  if (!rank) throw refused(`Not able to sort using field '${field}'.`);
  const sign = direction === 'desc' ? -1 : 1;
  return (left, right) => sign * (rank(left) - rank(right));
}

/** Reads a query of clauses joined by AND; OR, functions and text search are refused. */
export function readJql(jql: string, reader: JqlReader): Jql {
  const [conditions = '', ordering = 'key desc'] = jql.split(/\border by\b/i);
  if (conditions.trim() === '')
    throw refused('Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  if (/\bor\b/i.test(conditions)) throw refused('The workbench reads clauses joined by AND only.');
  const clauses = conditions.split(/\band\b/i).map(text => clause(text, reader));
  return { holds: item => clauses.every(holds => holds(item)), order: orderBy(ordering) };
}
