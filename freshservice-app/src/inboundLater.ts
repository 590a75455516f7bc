import { DeskError, type InboundJob } from '@baton/shared';
import { z } from 'zod';
import { isPassing } from './missedEvents';
import { platformAnswer } from './platformErrors';

/** One-time schedules ring five minutes ahead at the earliest. */
const LATER = 6 * 60_000;
const MOST_TRIES = 20;

const laterSchema = z.object({
  is: z.literal('inbound'),
  job: z.custom<InboundJob>(value => typeof value === 'object' && value !== null),
  tried: z.number().int().min(0),
});
/** Something that was let in and could not be taken then. */
export type Later = z.infer<typeof laterSchema>;

/** What waits in the data of a schedule; undefined if the schedule is about something else. */
export const laterIn = (data: unknown): Later | undefined => laterSchema.safeParse(data).data;

/** Names a schedule in as many letters as it may have. */
const nameOf = ({ delivery }: InboundJob): string => `in:${delivery.slice(-26)}`;

/** Keeps what failed for a passing reason for a schedule; whether it did. */
export async function keepForLater(job: InboundJob, error: unknown, now: number, tried = 0): Promise<boolean> {
  console.info(error instanceof Error ? `${error.name}: ${error.message}` : 'An alert could not be taken.');
  if (!isPassing(error) || tried >= MOST_TRIES) return false;
  const schedule = {
    name: nameOf(job),
    data: { is: 'inbound', job, tried: tried + 1 },
    schedule_at: new Date(now + LATER).toISOString(),
  };
  try {
    await platformAnswer($schedule.create(schedule), 'scheduling an alert');
    return true;
  } catch (failure) {
    return failure instanceof DeskError && failure.code === 'conflict';
  }
}
