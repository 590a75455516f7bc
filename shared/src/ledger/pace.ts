import { z } from 'zod';
import type { Presence } from '../agreement';
import type { Stay } from '../escalation';

/** The last stays with each team at each priority: when each ended (epoch ms), and what it took (service ms). */
const staysSchema = z.record(z.string(), z.array(z.tuple([z.int(), z.int()])));

/** What a desk keeps of stays that are over, and when it last made their pace known, epoch ms. */
export const keptStaysSchema = z.object({ stays: staysSchema, toldAt: z.int() });
/** See {@link keptStaysSchema}. */
export type KeptStays = z.output<typeof keptStaysSchema>;

/** Before the first one. */
export const noStays: KeptStays = { stays: {}, toldAt: 0 };

/** So many stays of a team at one priority are kept, of so many teams and priorities: less than 40 KB. */
const MOST = 40;
const MOST_KEYS = 32;
/** Fewer stays than these say nothing of the next one. */
const ENOUGH = 8;
/** How often a new pace is made known, ms. */
const TOLD_EVERY = 3_600_000;

type Ended = KeptStays['stays'][string][number];

/** One stay per instant, so that the same one told twice counts once; the newest last. */
function withStay(ended: readonly Ended[], { until, ms }: Stay): Ended[] {
  const others = ended.filter(([at]) => at !== until);
  return [...others, [until, ms] as Ended].sort(([one], [other]) => one - other).slice(-MOST);
}

const newest = ([, ended]: readonly [string, readonly Ended[]]): number => ended.at(-1)?.[0] ?? 0;

/** What is kept once these stays are over too. */
export function withStays({ stays, toldAt }: KeptStays, over: readonly Stay[]): KeptStays {
  const all = { ...stays };
  for (const stay of over) {
    const key = `${stay.priority}/${stay.team}`;
    all[key] = withStay(all[key] ?? [], stay);
  }
  const kept = Object.entries(all).sort((one, other) => newest(other) - newest(one));
  return { stays: Object.fromEntries(kept.slice(0, MOST_KEYS)), toldAt };
}

/** What three of four took at most: the nearest rank. */
function threeOfFour(ended: readonly Ended[]): number {
  const sorted = ended.map(([, ms]) => ms).sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.75) - 1] ?? 0;
}

/** The pace of each team at each priority, as far as enough stays are known. */
export function paceOf({ stays }: KeptStays): NonNullable<Presence['pace']> {
  const pace: Record<string, Record<string, number>> = {};
  for (const [key, ended] of Object.entries(stays)) {
    const [priority = '', team = ''] = key.split(/\/(.*)/);
    if (ended.length >= ENOUGH) pace[priority] = { ...pace[priority], [team]: threeOfFour(ended) };
  }
  return pace;
}

/** The pace that is to be made known at `now` (epoch ms); undefined while nothing is known, and so soon after the last. */
export function newPace(kept: KeptStays, now: number): Presence['pace'] {
  const pace = paceOf(kept);
  return Object.keys(pace).length === 0 || now - kept.toldAt < TOLD_EVERY ? undefined : pace;
}
