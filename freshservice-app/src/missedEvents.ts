import { DeskError, type DeskErrorCode } from '@baton/shared';
import { z } from 'zod';
import { platformAnswer } from './platformErrors';
import { productEventSchema, type ProductEvent } from './productEvent';

/** One-time schedules ring five minutes ahead at the earliest. */
const LATER = 6 * 60_000;
const MOST_TRIES = 20;
/** What may be over by then. */
const passing: readonly DeskErrorCode[] = ['busy', 'unreachable', 'conflict', 'not-allowed', 'unexpected'];

const missedSchema = z.object({
  is: z.literal('missed'),
  kind: z.enum(['change', 'conversation']),
  event: productEventSchema,
  tried: z.number().int().min(0),
});
/** An event that could not be taken when it came, and how often that was tried. */
export type Missed = Omit<z.infer<typeof missedSchema>, 'is'>;

/** The missed event in the data of a schedule; undefined if the schedule is about something else. */
export const missedIn = (data: unknown): Missed | undefined => missedSchema.safeParse(data).data;

const KEPT = ['id', 'ticket_id', 'user_id', 'private', 'incoming', 'created_at'];

/** Who, which ticket, what was said: enough to take it, little enough for a schedule, and none of the words. */
function kept({ data: { actor, ticket, conversation } }: ProductEvent): ProductEvent {
  const said = Object.entries(conversation ?? {}).filter(([name]) => KEPT.includes(name));
  return {
    data: {
      ...(actor ? { actor: { id: actor.id ?? actor.profile_id } } : {}),
      ...(ticket ? { ticket: { id: ticket.id } } : {}),
      ...(conversation ? { conversation: Object.fromEntries(said) } : {}),
    },
  };
}

const nameOf = (kind: Missed['kind'], { data }: ProductEvent): string =>
  kind === 'change' ? `again:${data.ticket?.id}` : `said:${String(data.conversation?.['id'])}`;

/** Whether a failure may be over by the next try. */
export const isPassing = (error: unknown): boolean => error instanceof DeskError && passing.includes(error.code);

/** A ticket that waits for its turn already needs no second one. */
const unlessWaiting = (error: unknown): void => {
  if (error instanceof DeskError && error.code === 'conflict') return;
  console.info(`An event could not be kept for later: ${error instanceof Error ? error.message : 'unknown reason'}`);
};

/** The platform delivers an event once, so one that failed for a passing reason is tried again by a schedule. */
export async function tryLater({ kind, event, tried }: Missed, error: unknown, now: number): Promise<void> {
  if (!isPassing(error) || tried >= MOST_TRIES) return;
  const schedule = {
    name: nameOf(kind, event),
    data: { is: 'missed', kind, event: kept(event), tried: tried + 1 },
    schedule_at: new Date(now + LATER).toISOString(),
  };
  await platformAnswer($schedule.create(schedule), 'scheduling a missed event').catch(unlessWaiting);
}
