import type { RefusedBecause, Refusals } from '@baton/shared';
import { ifFound, platformAnswer } from './platformErrors';

const KEY = 'inbound:refused';
const ttl = 7 * 86_400;
/** However many knock, so often it is written down, ms. */
const WRITTEN_EVERY = 60_000;

/** What was not let in lately; undefined where that is nothing. @throws DeskError */
export const readRefusals = async (): Promise<Refusals | undefined> =>
  (await ifFound($db.get(KEY), 'reading what was refused')) as Refusals | undefined;

/** Counts that something was not let in at `now` (epoch ms), once a minute at the most. @throws DeskError */
export async function countRefusal(because: RefusedBecause, now: number): Promise<void> {
  const before = await readRefusals();
  if (before && now - before.at < WRITTEN_EVERY) return;
  const counted = { at: now, because, minutes: (before?.minutes ?? 0) + 1 };
  await platformAnswer($db.set(KEY, counted, { ttl }), 'counting what was refused');
}
