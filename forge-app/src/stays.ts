import { keptStaysSchema, newPace, noStays, withStays, type Stay } from '@baton/shared';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { changePresence } from './directoryStore';
import { storeError } from './platformErrors';

const KEPT = 'stays';

const bodySchema = z.object({
  stays: z.array(z.object({ team: z.string(), priority: z.literal([1, 2, 3, 4]), until: z.int(), ms: z.int() })),
});

/** The stays in the body of a queue event; undefined where it is about something else. */
export const staysIn = (body: unknown): readonly Stay[] | undefined => bodySchema.safeParse(body).data?.stays;

/** Hands stays that are over to the queue, which writes them down one after the other. */
export async function pushStays(stays: readonly Stay[]): Promise<void> {
  const body = { stays: stays.map(stay => ({ ...stay })) };
  await new Queue({ key: 'due' }).push({ body, concurrency: { key: 'stays', limit: 1 } });
}

/** Writes stays down and, once an hour, the pace of teams where every request reads it anyway. @throws DeskError */
export async function keepStays(stays: readonly Stay[]): Promise<void> {
  const now = Date.now();
  const kept = keptStaysSchema.safeParse(await storeError(kvs.get(KEPT))).data ?? noStays;
  const next = withStays(kept, stays);
  const pace = newPace(next, now);
  await storeError(kvs.set(KEPT, pace ? { ...next, toldAt: now } : next));
  if (pace) await changePresence(presence => ({ ...presence, pace }), now);
}
