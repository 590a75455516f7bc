import type { EntitySchema } from '../manifest';
import { compiledConditions, type ConditionSet } from './conditions';
import { entityStore } from './entityIndexes';
import type { StorageQuota } from './quota';
import type { Rows, StoredRow } from './rows';
import { StorageError } from './storageError';
import { checkedJson, checkedTtl, checkEntityValue, checkKey } from './valueLimits';

/** One item as get, set and delete, batches and transactions name it. */
export interface Item {
  key: string;
  value?: unknown;
  entityName?: string;
  conditions?: ConditionSet;
  options?: ItemOptions;
}

export interface ItemOptions {
  ttl?: { value: number; unit: string };
  keyPolicy?: 'OVERRIDE' | 'FAIL_IF_EXISTS';
  returnValue?: 'PREVIOUS' | 'LATEST';
}

/** What an answer says about a row; the SDK picks the metadata that was asked for. */
export const shownRow = (row: StoredRow) => ({
  key: row.key,
  value: JSON.parse(row.value) as unknown,
  createdAt: row.created,
  updatedAt: row.updated,
  ...(row.expires === null ? {} : { expireTime: new Date(row.expires).toISOString() }),
});

/** Reads and writes single values by key, with every check the store makes on them. */
export interface KeyedValues {
  get(store: Where, item: Item): StoredRow | undefined;
  /** Checks everything about a set that does not depend on what is stored. */
  checked(store: Where, item: Item): { json: string; ttlMs?: number | undefined };
  set(store: Where, item: Item): StoredRow | undefined;
  remove(store: Where, item: Item): void;
  /** True when the item has no conditions or they hold for what is stored. */
  conditionsHold(item: Item): boolean;
}

/** `kvs`, `secret`, or an entity that the item names. */
export type Where = 'kvs' | 'secret' | 'entity';

export function schemaOf(entities: EntitySchema[], name: string | undefined): EntitySchema {
  const found = entities.find(entity => entity.name === name);
  if (!found) throw new StorageError('INVALID_ENTITY_TYPE', `The manifest declares no entity ${name}`);
  return found;
}

export function keyedValues(rows: Rows, entities: EntitySchema[], quota: StorageQuota): KeyedValues {
  const storeOf = (where: Where, item: Item) =>
    where === 'entity' ? entityStore(schemaOf(entities, item.entityName).name) : where;

  const checked: KeyedValues['checked'] = (where, item) => {
    checkKey(item.key);
    const json = checkedJson(item.value);
    if (where === 'entity') checkEntityValue(schemaOf(entities, item.entityName), item.value);
    return { json, ttlMs: checkedTtl(item.options?.ttl) };
  };

  return {
    checked,
    get: (where, item) => {
      checkKey(item.key);
      const row = rows.get(storeOf(where, item), item.key);
      quota.charge('read', row ? Buffer.byteLength(row.value) : 0);
      return row;
    },
    set: (where, item) => {
      const value = checked(where, item);
      quota.charge('write', Buffer.byteLength(value.json));
      const store = storeOf(where, item);
      const previous = rows.get(store, item.key);
      if (previous && item.options?.keyPolicy === 'FAIL_IF_EXISTS') {
        throw new StorageError('KEY_CONFLICT', `The key ${item.key} already exists`, 409);
      }
      const latest = rows.put(store, item.key, value);
      return item.options?.returnValue === 'LATEST' ? latest : previous;
    },
    remove: (where, item) => {
      checkKey(item.key);
      quota.charge('write', 0);
      rows.remove(storeOf(where, item), item.key);
    },
    conditionsHold: item => {
      if (!item.conditions) return true;
      const schema = schemaOf(entities, item.entityName);
      const holds = compiledConditions(schema, item.conditions);
      const row = rows.get(entityStore(schema.name), item.key);
      return holds(row ? JSON.parse(row.value) : undefined);
    },
  };
}
