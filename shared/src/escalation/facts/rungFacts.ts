import { z } from 'zod';
import { id } from './basics';

/** Why a rung is reached: its own condition, a lower one that nobody answered, or one on which nobody is there. */
export const rungCause = z.enum(['after', 'bounces', 'returns', 'toAndFro', 'comebacks', 'unanswered', 'nobody there']);

/** Facts of the rungs that a ticket reaches by time and by going to and fro. */
export const rungFacts = {
  /** Who is told: nobody where nobody is there. `ask` is the one that nobody answered. */
  RungReached: z.strictObject({ rung: id, because: rungCause, tell: z.array(id), ask: id.exactOptional() }),
  /** Nobody answered and no rung is left: these people owe the decision. */
  RungsEnded: z.strictObject({ owed: z.array(id), ask: id.exactOptional() }),
} as const;
