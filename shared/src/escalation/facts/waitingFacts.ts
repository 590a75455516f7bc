import { z } from 'zod';
import { instant, waitedFor } from './basics';

/** Facts of waiting: what the desk's status says, and who answers for a pause (rules §5.6). */
export const waitingFacts = {
  /** The clock pauses; provisionally where nobody has said yet that it is a hold. Ledgers of old: for good. */
  WaitingStarted: z.strictObject({ whom: waitedFor, isProvisional: z.literal(true).exactOptional() }),
  /** `isVoid`: it was provisional still, so the clock had run on all the time. */
  WaitingEnded: z.strictObject({
    because: z.enum(['status', 'reply', 'longest', 'deleted', 'merged']),
    isVoid: z.literal(true).exactOptional(),
  }),
  /** Nobody made the pause that began at `since` a hold in time: the clock ran on all the time. */
  WaitingVoided: z.strictObject({ whom: waitedFor, since: instant }),
  /**
   * The holder says who is waited for, so that the pause counts from `since` on. `asked`: the last public message to
   * the customer that they have not answered. `review`: why the weekly review looks at it by itself.
   */
  HoldPlaced: z.strictObject({
    whom: waitedFor,
    since: instant,
    asked: instant.exactOptional(),
    review: z.array(z.enum(['late', 'warned', 'repeated'])).exactOptional(),
  }),
  /** The other party says that nobody was waited for in the hold that began at `since`. */
  HoldDisputed: z.strictObject({ since: instant }),
  /** Set to waiting by somebody who does not hold it, or not for the customer: no clock pauses. */
  WaitingNotCounted: z.strictObject({ whom: waitedFor }),
} as const;
