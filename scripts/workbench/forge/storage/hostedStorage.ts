import type { Database } from 'libsql';
import type { Passage } from '../../clock';
import type { OperationKind } from '../../costs';
import type { EntitySchema } from '../manifest';
import { jsonAnswer, type HttpAnswer } from '../wire';
import { batch } from './batch';
import { createEntityIndexes, entityProblems } from './entityIndexes';
import { queryEntity, type EntityQueryBody, type Page } from './entityQuery';
import { queryKeys, type KeyQueryBody } from './keyQuery';
import { keyedValues, schemaOf, shownRow, type Item, type Where } from './keyedValues';
import { storageQuota, type UnitsPerMinute } from './quota';
import { createRowsTable, rows as storedRows, VERSIONS_KEPT_MS } from './rows';
import { StorageError } from './storageError';
import { operationsOf, transact, type TransactionBody } from './transaction';

/** What one request counts as: a kind of operation and how often. */
export type Counted = [OperationKind, number];

/** The platform's key-value and entity store of one installation. */
export interface HostedStorage {
  /** Answers one request of the storage API, by its route below `/api/v1/`. */
  answer(route: string, body: unknown): HttpAnswer;
  /** What that request costs. */
  cost(route: string, body: unknown): Counted;
  /** How far queries lag behind writes, in ms (0 at the start; below 15 minutes). */
  setQueryLag(ms: number): void;
}

/** What the store's quota goes by. */
export interface StorageSettings {
  clock: Passage;
  /** The documented figures unless said. */
  units?: UnitsPerMinute | undefined;
}

const KINDS: Record<string, (body: unknown) => Counted> = {
  get: () => ['storage.read', 1],
  set: () => ['storage.write', 1],
  delete: () => ['storage.write', 1],
  query: () => ['storage.query', 1],
  transaction: body => ['storage.write', operationsOf(body as TransactionBody).length],
  'batch/get': body => ['storage.read', (body as Item[]).length],
  'batch/set': body => ['storage.write', (body as Item[]).length],
  'batch/delete': body => ['storage.write', (body as Item[]).length],
};

export function hostedStorage(db: Database, entities: EntitySchema[], settings: StorageSettings): HostedStorage {
  const { clock, units } = settings;
  const problems = entityProblems(entities);
  if (problems.length > 0) throw new Error(`The manifest's entities would be refused: ${problems.join('; ')}`);
  let queryLag = 0;
  createRowsTable(db);
  createEntityIndexes(db, entities);
  const rows = storedRows(db, { now: clock.now, queryLagMs: () => queryLag });
  const quota = storageQuota(clock, units);
  const values = keyedValues(rows, entities, quota);

  const shownPage = (page: Page) => {
    quota.charge('read', page.bytesRead);
    return { data: page.rows.map(shownRow), ...(page.cursor ? { cursor: page.cursor } : {}) };
  };
  const byKey = (where: Where) => ({
    get: (item: Item) => {
      const row = values.get(where, item);
      if (!row) throw new StorageError('KEY_NOT_FOUND', `The key ${item.key} does not exist`, 404);
      return shownRow(row);
    },
    set: (item: Item) => {
      const row = values.set(where, item);
      return row && item.options?.returnValue ? shownRow(row) : undefined;
    },
    delete: (item: Item) => values.remove(where, item),
  });
  const [kvs, secret, entity] = [byKey('kvs'), byKey('secret'), byKey('entity')];
  const routes: Record<string, (body: never) => unknown> = {
    ...kvs,
    ...Object.fromEntries(Object.entries(secret).map(([name, route]) => [`secret/${name}`, route])),
    ...Object.fromEntries(Object.entries(entity).map(([name, route]) => [`entity/${name}`, route])),
    query: (body: KeyQueryBody) => shownPage(queryKeys(rows, body)),
    'entity/query': (body: EntityQueryBody) => shownPage(queryEntity(rows, schemaOf(entities, body.entityName), body)),
    transaction: (body: TransactionBody) => transact(body, rows, { values, quota }),
    'batch/get': (items: Item[]) => batch(items, item => shownRow(found(item))),
    'batch/set': (items: Item[]) => batch(items, item => void values.set(whereIs(item), item)),
    'batch/delete': (items: Item[]) => batch(items, item => values.remove(whereIs(item), item)),
  };
  const whereIs = (item: Item): Where => (item.entityName ? 'entity' : 'kvs');
  const found = (item: Item) => {
    const row = values.get(whereIs(item), item);
    if (!row) throw new StorageError('KEY_NOT_FOUND', `The key ${item.key} does not exist`, 404);
    return row;
  };

  return {
    answer: (route, body) => {
      try {
        const handle = routes[route];
        if (!handle) throw new StorageError('BAD_REQUEST', `No such storage route: ${route}`, 404);
        quota.request();
        const given = handle(body as never);
        return given === undefined ? { status: 200, body: '' } : jsonAnswer(200, given);
      } catch (cause) {
        if (cause instanceof StorageError)
          return jsonAnswer(cause.status, { code: cause.code, message: cause.message });
        throw cause;
      }
    },
    cost: (route, body) => (KINDS[route] ?? KINDS[route.replace(/^(secret|entity)\//, '')] ?? KINDS.get!)(body),
    setQueryLag: ms => {
      if (!(ms >= 0 && ms < VERSIONS_KEPT_MS)) throw new Error('A query lag is 0 to 15 minutes');
      queryLag = ms;
    },
  };
}
