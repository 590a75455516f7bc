import type { Database } from 'libsql';

/** One version of a stored value. `value` is JSON. */
export interface StoredRow {
  key: string;
  value: string;
  created: number;
  updated: number;
  expires: number | null;
}

/** A page's condition and order, in SQL over `forge_rows`. */
export interface PageQuery {
  store: string;
  where: string[];
  values: unknown[];
  orderBy: string;
  limit: number;
}

/** The stored values with their latest older versions, so that a query can read the past. */
export interface Rows {
  /** Strictly consistent. */
  get(store: string, key: string): StoredRow | undefined;
  put(store: string, key: string, value: { json: string; ttlMs?: number | undefined }): StoredRow;
  remove(store: string, key: string): void;
  /** Eventually consistent: the rows as they were `queryLagMs` ago. */
  page(query: PageQuery): StoredRow[];
  /** All or nothing. */
  together<T>(work: () => T): T;
}

export interface RowsSettings {
  now: () => number;
  /** How far queries lag behind, in ms. */
  queryLagMs: () => number;
}

/** Older versions are kept this long, so a lag must stay below it. */
export const VERSIONS_KEPT_MS = 15 * 60_000;

export function createRowsTable(db: Database): void {
  db.exec(`CREATE TABLE IF NOT EXISTS forge_rows (
    store TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    created INTEGER NOT NULL, updated INTEGER NOT NULL, expires INTEGER, until INTEGER
  )`);
  db.exec('CREATE INDEX IF NOT EXISTS forge_rows_by_key ON forge_rows (store, key)');
}

export function rows(db: Database, settings: RowsSettings): Rows {
  const columns = 'key, value, created, updated, expires';
  const living = '(expires IS NULL OR expires > ?)';
  const current = db.prepare(
    `SELECT ${columns} FROM forge_rows WHERE store = ? AND key = ? AND until IS NULL AND ${living}`,
  );
  const insert = db.prepare(
    'INSERT INTO forge_rows (store, key, value, created, updated, expires) VALUES (?,?,?,?,?,?)',
  );
  const end = db.prepare('UPDATE forge_rows SET until = ? WHERE store = ? AND key = ? AND until IS NULL');
  const forget = db.prepare('DELETE FROM forge_rows WHERE store = ? AND key = ? AND (until <= ? OR until = updated)');

  const get: Rows['get'] = (store, key) => current.get(store, key, settings.now()) as StoredRow | undefined;
  const close = (store: string, key: string) => {
    end.run(settings.now(), store, key);
    forget.run(store, key, settings.now() - VERSIONS_KEPT_MS);
  };

  return {
    get,
    put: (store, key, { json, ttlMs }) => {
      const now = settings.now();
      const row: StoredRow = {
        key,
        value: json,
        created: get(store, key)?.created ?? now,
        updated: now,
        expires: ttlMs === undefined ? null : now + ttlMs,
      };
      close(store, key);
      insert.run(store, key, json, row.created, row.updated, row.expires);
      return row;
    },
    remove: close,
    page: ({ store, where, values, orderBy, limit }) => {
      const asOf = settings.now() - settings.queryLagMs();
      const conditions = [
        // A literal, so that the partial indexes of this store are used; names of stores are checked.
        `store = '${store}'`,
        'updated <= ?',
        '(until IS NULL OR until > ?)',
        living,
        ...where,
      ];
      return db
        .prepare(
          `SELECT ${columns} FROM forge_rows WHERE ${conditions.join(' AND ')} ORDER BY ${orderBy} LIMIT ${limit}`,
        )
        .all(asOf, asOf, settings.now(), ...values) as StoredRow[];
    },
    together: work => db.transaction(work).immediate(),
  };
}
