import { z } from 'zod';
import { placementSchema } from '../../ticket';
import { instant, id, terms, team } from './basics';
import { rungCause } from './rungFacts';

/** Facts that open an escalation or say where it lies. */
export const moveFacts = {
  /** The first fact of an escalation; carries the promises made (rules §1.4). `continues` links a reopening too late. */
  EscalationOpened: z.strictObject({ escalation: id, terms, custody: placementSchema, continues: id.exactOptional() }),
  /** A person took it inside the holding team. */
  Claimed: z.strictObject({ to: team }),
  /** Another team or person of the same party; from the panel with what the agreement asks of it. */
  Passed: z.strictObject({
    to: placementSchema,
    /** What travelled with it: reason and next action, or a whole packet. */
    packet: z.enum(['short', 'full']).exactOptional(),
    reason: id.exactOptional(),
    deadline: instant.exactOptional(),
    /** The un-batoned transfer that it makes good. */
    completes: id.exactOptional(),
    /** The agreement passes it on to more skill: a rung was reached. */
    rung: rungCause.exactOptional(),
  }),
  /** Sent across by a rule or dispatcher before anybody had claimed it, or under an override; the target owes an acknowledgement. */
  Routed: z.strictObject({ to: placementSchema, because: z.literal('override').exactOptional() }),
  /** A move read from the desk's history, where acceptance is unknown. */
  MovedInHistory: z.strictObject({ to: placementSchema }),
  /** The desk's fields went to the receiver of the open offer; custody did not. */
  MoveFollowedOffer: z.strictObject({ handoff: id, to: placementSchema }),
  /** A move to somewhere the agreement does not know; custody stays. Ledgers of old: any move that nothing explains. */
  MoveUnexplained: z.strictObject({ to: placementSchema }),
  /** The desk's fields are back where custody is. */
  MoveUndone: z.strictObject({ to: placementSchema }),
} as const;
