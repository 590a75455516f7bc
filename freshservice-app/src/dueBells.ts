import { z } from 'zod';
import { DeskError } from '@baton/shared';
import { BUCKET } from './dueBuckets';
import { platformAnswer } from './platformErrors';

/** One-time schedules ring five minutes ahead at the earliest; what is nearer is left to the next sweep or act. */
const SOONEST = 5 * 60_000 + 10_000;
/** What is further off, a sweep meets again while there is time; so the thousand schedules hold the nearest only. */
const FARTHEST = 2 * BUCKET;

const bellSchema = z.object({ is: z.literal('due'), ticket: z.string().min(1) });

/** The ticket that a schedule rings for; undefined if the schedule is about something else. */
export const rungFor = (data: unknown): string | undefined => bellSchema.safeParse(data).data?.ticket;

const isTaken = (error: unknown): boolean => error instanceof DeskError && error.code === 'conflict';

async function setBell(schedule: { name: string; data: object; schedule_at: string }): Promise<void> {
  try {
    await platformAnswer($schedule.create(schedule), 'setting a bell');
  } catch (error) {
    if (!isTaken(error)) throw error;
    await platformAnswer($schedule.update(schedule), 'moving a bell');
  }
}

const ring = (bell: { name: string; data: object; schedule_at: string }): Promise<void> =>
  setBell(bell).catch((error: unknown) => {
    console.info(`No bell was set for ${bell.name}: ${error instanceof Error ? error.message : 'unknown reason'}`);
  });

const A_MINUTE = 60_000;
const againSchema = z.object({ is: z.literal('again') });

/** Whether a schedule rings for what a sweep did not come to. */
export const isAgain = (data: unknown): boolean => againSchema.safeParse(data).success;

/**
 * Has so many sweeps run again, one a minute, as soon as the platform lets one be asked for, for what this one did not
 * come to. Quotas are a minute's: what is done once in five would leave four of them unused.
 */
export async function sweepAgain(now: number, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const at = new Date(now + SOONEST + time * A_MINUTE).toISOString();
    await ring({ name: `sweep:again:${time}`, data: { is: 'again' }, schedule_at: at });
  }
}

/** Most bells set at one press: what is left waits for whoever looks at it next. */
const MOST_AT_ONCE = 10;

/** Has somebody look at these tickets as soon as the platform lets that be asked for. */
export async function ringSoon(tickets: readonly string[], now: number): Promise<void> {
  for (const ticket of tickets.slice(0, MOST_AT_ONCE)) await ringAt(ticket, now + SOONEST, now);
}

/**
 * Has the platform ring at the minute when something falls due on a ticket (epoch ms), where that is neither too near
 * nor so far off that a sweep comes before. A hint: a bell that cannot be set costs the minutes until the next sweep.
 */
export async function ringAt(ticket: string, dueAt: number | undefined, now: number): Promise<void> {
  if (dueAt === undefined || dueAt - now < SOONEST || dueAt - now >= FARTHEST) return;
  await ring({ name: `due:${ticket}`, data: { is: 'due', ticket }, schedule_at: new Date(dueAt).toISOString() });
}
