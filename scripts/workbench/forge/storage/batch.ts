import type { Item } from './keyedValues';
import { StorageError } from './storageError';

const MOST_ITEMS = 25;
const MOST_BYTES = 4 * 1024 * 1024;

function checkItems(items: Item[]): void {
  if (!Array.isArray(items) || items.length === 0 || items.length > MOST_ITEMS) {
    throw new StorageError('VALIDATION_ERROR', `A batch has 1 to ${MOST_ITEMS} items`);
  }
  if (Buffer.byteLength(JSON.stringify(items)) <= MOST_BYTES) return;
  throw new StorageError('MAX_SIZE', 'A batch is at most 4 MB');
}

/** Does one thing to each item; each succeeds or fails by itself. */
export function batch(items: Item[], work: (item: Item) => object | void) {
  checkItems(items);
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of items) {
    const name = { key: item.key, ...(item.entityName ? { entityName: item.entityName } : {}) };
    try {
      successfulKeys.push({ ...name, ...work(item) });
    } catch (cause) {
      if (!(cause instanceof StorageError)) throw cause;
      failedKeys.push({ ...name, error: { code: cause.code, message: cause.message } });
    }
  }
  return { successfulKeys, failedKeys };
}
