import type { EntityIndex, EntitySchema } from '../manifest';
import { compiledConditions, type Condition, type ConditionSet } from './conditions';
import { attributeSql, entityStore, KEY_INDEX } from './entityIndexes';
import type { Rows, StoredRow } from './rows';
import { StorageError } from './storageError';

export interface EntityQueryBody {
  entityName: string;
  indexName: string;
  partition?: unknown[];
  range?: Omit<Condition, 'property'>;
  filters?: ConditionSet;
  sort?: 'ASC' | 'DESC';
  limit?: number;
  cursor?: string;
}

export interface Page {
  rows: StoredRow[];
  /** Everything the page had to read, for the quota. */
  bytesRead: number;
  cursor?: string;
}

/** SQL values are numbers and strings; booleans are kept as 1 and 0. */
const sqlValue = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value);

const AFTER_EVERY_STRING = '\u{10FFFF}';

type RangeSql = (field: string) => string;
const RANGES: Record<string, RangeSql> = {
  EQUAL_TO: field => `${field} = ?`,
  GREATER_THAN: field => `${field} > ?`,
  GREATER_THAN_EQUAL_TO: field => `${field} >= ?`,
  LESS_THAN: field => `${field} < ?`,
  LESS_THAN_EQUAL_TO: field => `${field} <= ?`,
  BETWEEN: field => `${field} BETWEEN ? AND ?`,
  BEGINS_WITH: field => `${field} >= ? AND ${field} < ?`,
};

function rangeOf(field: string, { condition, values }: Omit<Condition, 'property'>) {
  const sql = RANGES[condition];
  if (!sql) throw new StorageError('INVALID_FILTER_CONDITION', `${condition} is not supported on a range`);
  const given = condition === 'BEGINS_WITH' ? [values[0], `${values[0]}${AFTER_EVERY_STRING}`] : values;
  return { where: sql(field), values: given.map(sqlValue) };
}

function indexOf(schema: EntitySchema, name: string): EntityIndex {
  const found = name === KEY_INDEX.name ? KEY_INDEX : schema.indexes.find(index => index.name === name);
  if (!found) throw new StorageError('INVALID_ENTITY_INDEX', `Entity ${schema.name} declares no index ${name}`);
  return found;
}

export function checkedLimit(limit: number | undefined, code: string): number {
  const asked = limit ?? 10;
  if (!Number.isInteger(asked) || asked < 1 || asked > 100) throw new StorageError(code, 'The limit is 1 to 100');
  return asked;
}

const toCursor = (position: unknown[]) => Buffer.from(JSON.stringify(position)).toString('base64url');

/** The position a cursor stands for. */
export function fromCursor(cursor: string): unknown[] {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
  } catch {
    throw new StorageError('VALIDATION_ERROR', 'The cursor is not valid');
  }
}

/** Cuts a page of `limit` from one more row than asked, with the cursor that goes on after it. */
export function cutPage(read: StoredRow[], limit: number, position: (row: StoredRow) => unknown[]): Page {
  const rows = read.slice(0, limit);
  const last = rows[rows.length - 1];
  return {
    rows,
    bytesRead: rows.reduce((sum, row) => sum + Buffer.byteLength(row.value), 0),
    ...(read.length > limit && last ? { cursor: toCursor(position(last)) } : {}),
  };
}

/** Rows that lack an attribute of the index are not in it. */
function wherePartition(index: EntityIndex, partition: unknown[]) {
  if (partition.length !== index.partition.length) {
    throw new StorageError('VALIDATION_ERROR', `Index ${index.name} needs a value for each partition attribute`);
  }
  return { where: index.partition.map(name => `${attributeSql(name)} = ?`), values: partition.map(sqlValue) };
}

const whereRange = (field: string, range: EntityQueryBody['range']) =>
  range ? rangeOf(field, range) : { where: `${field} IS NOT NULL`, values: [] as unknown[] };

/** Goes on after the position a cursor stands for, in the direction of the query. */
const whereAfter = (field: string, { cursor, sort }: EntityQueryBody) =>
  cursor
    ? { where: [`(${field}, key) ${sort === 'DESC' ? '<' : '>'} (?, ?)`], values: fromCursor(cursor) }
    : { where: [], values: [] };

const filtered = (page: Page, schema: EntitySchema, filters: ConditionSet): Page => {
  const holds = compiledConditions(schema, filters);
  return { ...page, rows: page.rows.filter(row => holds(JSON.parse(row.value))) };
};

/** Reads one page of an index; filters run afterwards, so a page may be empty and still go on. */
export function queryEntity(rows: Rows, schema: EntitySchema, body: EntityQueryBody): Page {
  const index = indexOf(schema, body.indexName);
  const limit = checkedLimit(body.limit, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE');
  const field = index === KEY_INDEX ? 'key' : attributeSql(index.range);
  const direction = body.sort === 'DESC' ? 'DESC' : 'ASC';
  const partition = wherePartition(index, body.partition ?? []);
  const range = whereRange(field, body.range);
  const after = whereAfter(field, body);
  const read = rows.page({
    store: entityStore(schema.name),
    where: [...partition.where, range.where, ...after.where],
    values: [...partition.values, ...range.values, ...after.values],
    orderBy: `${field} ${direction}, key ${direction}`,
    limit: limit + 1,
  });
  const page = cutPage(read, limit, row => [
    index === KEY_INDEX ? row.key : sqlValue((JSON.parse(row.value) as Record<string, unknown>)[index.range]),
    row.key,
  ]);
  return body.filters ? filtered(page, schema, body.filters) : page;
}
