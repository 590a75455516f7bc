import type { RefusedBecause, Refusals } from '@baton/shared';
import { kvs } from '@forge/kvs';
import { storeError } from './platformErrors';

const KEY = 'inbound:refused';
const ttl = { value: 7, unit: 'DAYS' } as const;
/** However many knock, so often it is written down, ms. */
const WRITTEN_EVERY = 60_000;

/** What was not let in lately; undefined where that is nothing. @throws DeskError */
export const readRefusals = (): Promise<Refusals | undefined> => storeError(kvs.get<Refusals>(KEY));

/** Counts that something was not let in at `now` (epoch ms), once a minute at the most. @throws DeskError */
export async function countRefusal(because: RefusedBecause, now: number): Promise<void> {
  const before = await readRefusals();
  if (before && now - before.at < WRITTEN_EVERY) return;
  await storeError(kvs.set(KEY, { at: now, because, minutes: (before?.minutes ?? 0) + 1 }, { ttl }));
}
