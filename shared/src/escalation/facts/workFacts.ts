import { z } from 'zod';
import { id, team } from './basics';

/** Facts of the work on a ticket, and of work that stays away. */
export const workFacts = {
  /** The first public reply of an agent stops the respond clock. */
  FirstReplySent: z.strictObject({}),
  /** Somebody worked on the ticket: from now on a move of theirs is no routing. */
  WorkStarted: z.strictObject({ person: id }),
  /** Somebody of the holder works on it: that renews the lease, and the update of the audiences that could read it. */
  WorkedOn: z.strictObject({ audiences: z.array(z.enum(['customer', 'internal', 'executive'])).exactOptional() }),
  /** Nobody worked on it for as long as an acceptance lasts: `to` has it unclaimed, and `person` had it until then. */
  LeaseLapsed: z.strictObject({ person: id, to: team.omit({ person: true }) }),
} as const;
