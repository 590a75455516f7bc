import type { Condition } from './conditions';
import { checkedLimit, cutPage, fromCursor, type Page } from './entityQuery';
import type { Rows } from './rows';
import { StorageError } from './storageError';

export interface KeyQueryBody {
  limit?: number;
  after?: string;
  where?: Condition[];
}

/** The prefix a query asks for; keys can be asked for by nothing else. */
function prefixOf(where: Condition[]): string {
  const [condition] = where;
  if (!condition) return '';
  if (where.length > 1) throw new StorageError('QUERY_WHERE_INVALID', 'A query has a single "where"');
  if (condition.property !== 'key')
    throw new StorageError('QUERY_WHERE_FIELD_INVALID', 'Only the key can be asked for');
  if (condition.condition !== 'BEGINS_WITH') throw new StorageError('INVALID_FILTER_CONDITION', 'Only BEGINS_WITH');
  return String(condition.values[0]);
}

/** Reads one page of plain keys, in their order. */
export function queryKeys(rows: Rows, { limit: asked, after, where }: KeyQueryBody): Page {
  const limit = checkedLimit(asked, 'LIST_QUERY_LIMIT_EXCEEDED');
  const prefix = prefixOf(where ?? []);
  const read = rows.page({
    store: 'kvs',
    where: ['key >= ?', 'key < ?', ...(after ? ['key > ?'] : [])],
    values: [prefix, `${prefix}\u{10FFFF}`, ...(after ? fromCursor(after) : [])],
    orderBy: 'key',
    limit: limit + 1,
  });
  return cutPage(read, limit, row => [row.key]);
}
