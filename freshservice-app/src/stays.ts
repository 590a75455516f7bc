import {
  canonicalJson,
  keptStaysSchema,
  newPace,
  noStays,
  withStays,
  type Hashing,
  type KeptStays,
  type Stay,
} from '@baton/shared';
import { z } from 'zod';
import { ifFound, platformAnswer } from './platformErrors';
import { keepPace } from './whoIsThere';

const KEPT = 'stays';

/** One string, since the store rewrites objects, sealed, since any agent's browser can write there. */
const sealedSchema = z.object({ body: z.string(), mac: z.string() });

async function read(hash: Hashing): Promise<KeptStays> {
  const { body, mac } = sealedSchema.safeParse(await ifFound($db.get(KEPT), 'reading stays')).data ?? {};
  if (body === undefined || mac !== hash(body)) return noStays;
  return keptStaysSchema.safeParse(JSON.parse(body)).data ?? noStays;
}

async function keep(kept: KeptStays, hash: Hashing): Promise<void> {
  const body = canonicalJson(kept);
  await platformAnswer($db.set(KEPT, { body, mac: hash(body) }), 'keeping stays');
}

async function keepAll(stays: readonly Stay[], hash: Hashing, now: number): Promise<void> {
  const kept = await read(hash);
  const next = withStays(kept, stays);
  const pace = newPace(next, now);
  await keep(pace ? { ...next, toldAt: now } : next, hash);
  if (pace) await keepPace(pace, hash);
}

/**
 * Writes down the stays that a sweep or a bell found over, and once an hour the pace of teams where who is there is read
 * anyway. What cannot be kept now is found once more when the escalation is over. `now` is epoch ms.
 */
export async function keepStays(stays: readonly Stay[], hash: Hashing, now: number): Promise<void> {
  if (stays.length === 0) return;
  await keepAll(stays, hash, now).catch((error: unknown) => {
    console.info(`Stays are not counted now: ${error instanceof Error ? error.message : 'unknown reason'}`);
  });
}
