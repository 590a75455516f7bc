import type { Item, KeyedValues, Where } from './keyedValues';
import { entityStore } from './entityIndexes';
import type { StorageQuota } from './quota';
import type { Rows } from './rows';
import { StorageError } from './storageError';
import { checkKey } from './valueLimits';

export interface TransactionBody {
  set?: Item[];
  delete?: Item[];
  check?: Item[];
}

const MOST_OPERATIONS = 25;
const MOST_BYTES = 4 * 1024 * 1024;

export const operationsOf = (body: TransactionBody): Item[] => [
  ...(body.set ?? []),
  ...(body.delete ?? []),
  ...(body.check ?? []),
];

const whereIs = (item: Item): Where => (item.entityName ? 'entity' : 'kvs');
const storeOf = (item: Item) => (item.entityName ? entityStore(item.entityName) : 'kvs');

function checkShape(body: TransactionBody): void {
  const operations = operationsOf(body);
  if (operations.length === 0) throw new StorageError('VALIDATION_ERROR', 'A transaction needs an operation');
  if (operations.length > MOST_OPERATIONS) {
    throw new StorageError('VALIDATION_ERROR', `A transaction has at most ${MOST_OPERATIONS} operations`);
  }
  operations.forEach(item => checkKey(item.key));
  if (new Set(operations.map(item => `${storeOf(item)} ${item.key}`)).size < operations.length) {
    throw new StorageError('VALIDATION_ERROR', 'Each key can be used once in a transaction');
  }
  if (Buffer.byteLength(JSON.stringify(body)) > MOST_BYTES) {
    throw new StorageError('MAX_SIZE', 'A transaction is limited to 4 MB');
  }
  if ((body.check ?? []).some(item => !item.conditions)) {
    throw new StorageError('VALIDATION_ERROR', 'A check needs conditions');
  }
}

/** All operations or none; one write for the quota, by the bytes of all its values. */
export function transact(body: TransactionBody, rows: Rows, use: { values: KeyedValues; quota: StorageQuota }): void {
  checkShape(body);
  const sets = (body.set ?? []).map(item => ({ item, value: use.values.checked(whereIs(item), item) }));
  use.quota.charge(
    'write',
    sets.reduce((sum, { value }) => sum + Buffer.byteLength(value.json), 0),
  );
  rows.together(() => {
    const failing = operationsOf(body).find(item => !use.values.conditionsHold(item));
    if (failing) {
      throw new StorageError('TRANSACTION_CONDITION_FAILED', `A condition on ${failing.key} does not hold`, 409);
    }
    sets.forEach(({ item, value }) => rows.put(storeOf(item), item.key, value));
    (body.delete ?? []).forEach(item => rows.remove(storeOf(item), item.key));
  });
}
