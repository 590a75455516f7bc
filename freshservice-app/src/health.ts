import type { DeskHealth } from '@baton/shared';
import { BUCKET, bucketsToSweep } from './dueBuckets';
import { readCursor } from './dueTime';
import { metInBuckets } from './escalationRecords';
import { readRefusals } from './refusals';
import { MOST_RECORDS, recordsHeld } from './recordCount';

/** What fell due before `now` and is not done; at most what one sweep would read. */
async function lateAt(bucket: string | undefined, now: number): Promise<DeskHealth['late']> {
  const { tickets } = await metInBuckets(bucketsToSweep(bucket, now));
  const dues = tickets.flatMap(({ dueAt }) => (dueAt !== undefined && dueAt <= now ? [dueAt] : []));
  return { tickets: dues.length, ...(dues.length > 0 ? { since: Math.min(...dues) } : {}), isAll: true };
}

/** How Baton is doing in this installation at `now` (epoch ms): three reads and a query. @throws DeskError */
export async function healthAt(now: number): Promise<DeskHealth> {
  const { bucket, reconciled, at } = await readCursor();
  const [late, held, refused] = await Promise.all([lateAt(bucket, now), recordsHeld(), readRefusals()]);
  return {
    ...{ late, sweepsEvery: BUCKET, unseen: reconciled?.left.length ?? 0, givenUp: [] },
    room: { held, most: MOST_RECORDS },
    ...(at === undefined ? {} : { swept: at }),
    ...(refused ? { refused } : {}),
    ...(reconciled ? { searched: reconciled.since } : {}),
  };
}
