import { hashing, type Ports } from '@baton/shared';
import { kvs } from '@forge/kvs';
import { isConflict, storeError } from './platformErrors';

/** Longer than what concerns many tickets at once takes to reach them all. */
const KEPT = { ttl: { value: 14, unit: 'DAYS' as const } };

const hash = hashing();

/** Of the tickets that an occasion concerns the first one tells, and tells again should it have to. @throws DeskError */
export const tellsOf: NonNullable<Ports['tellsOf']> = async (occasion, ticket) => {
  const key = `told:${hash(occasion)}`;
  try {
    await kvs.set(key, ticket, { keyPolicy: 'FAIL_IF_EXISTS', ...KEPT });
    return true;
  } catch (error) {
    if (!isConflict(error)) return storeError(Promise.reject(error));
    return (await storeError(kvs.get<string>(key))) === ticket;
  }
};
