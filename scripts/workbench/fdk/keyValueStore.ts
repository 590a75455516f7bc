import type { Database } from 'libsql';
import { refuse } from './failure';
import {
  applyUpdate,
  checkKey,
  checkSetIf,
  expiry,
  writtenValue,
  type SetOptions,
  type StoredValue,
} from './keyValueRules';
import type { Limits } from './limits';
import type { Quota } from './quota';

/** `$db` and `client.db`: one store per installation, the same for the server and for every agent's browser. */
export interface KeyValueStore {
  set(key: unknown, value: unknown, options?: unknown): { Created: true };
  get(key: unknown): StoredValue;
  update(key: unknown, action: unknown, attributes: unknown): { Updated: true };
  delete(key: unknown): { Deleted: true };
}

interface Row {
  value: string;
  expires: number | null;
}

/** Opens the store. There is no compare-and-swap and no transaction; a conditional set is the only arbiter. */
export function keyValueStore(db: Database, now: () => number, quota: Quota, limits: Limits): KeyValueStore {
  const find = db.prepare('SELECT value, expires FROM fdk_key_values WHERE key = ?');
  const remove = db.prepare('DELETE FROM fdk_key_values WHERE key = ?');
  const write = db.prepare(
    'INSERT INTO fdk_key_values (key, value, expires) VALUES (?, ?, ?) ' +
      'ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires',
  );

  const live = (key: string): Row | undefined => {
    const row = find.get(key) as Row | undefined;
    return row && (row.expires === null || row.expires > now()) ? row : undefined;
  };

  return {
    set: (key, value, options) => {
      quota();
      const name = checkKey(key, limits);
      const text = writtenValue(name, value, limits);
      const chosen = (options ?? {}) as SetOptions;
      const expires = expiry(chosen, now());
      checkSetIf(chosen, live(name) !== undefined);
      write.run(name, text, expires);
      return { Created: true };
    },
    get: key => {
      quota();
      const row = live(checkKey(key, limits));
      return row ? (JSON.parse(row.value) as StoredValue) : refuse(404, 'Record not found');
    },
    update: (key, action, attributes) => {
      quota();
      const name = checkKey(key, limits);
      const row = live(name);
      const value = applyUpdate(row && (JSON.parse(row.value) as StoredValue), action, attributes);
      write.run(name, writtenValue(name, value, limits), row?.expires ?? null);
      return { Updated: true };
    },
    delete: key => {
      quota();
      const name = checkKey(key, limits);
      if (!live(name)) refuse(404, 'Record not found');
      remove.run(name);
      return { Deleted: true };
    },
  };
}
