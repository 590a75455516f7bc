import { z } from 'zod';
import type { CustodyEntry } from '../custodyEntry';
import type { Stretch } from '../stretch';
import { id, instant, party } from './basics';

/** Facts of tickets that are deleted, restored, merged or children of others (rules §6). */
export const goneFacts = {
  /** Nothing is owed on it until it is restored; the time goes on all the same, and `accountable` answers for it. */
  TicketDeleted: z.strictObject({ how: z.enum(['deleted', 'spam']), accountable: party }),
  TicketRestored: z.strictObject({}),
  /** It is the child of another ticket, by the desk's own id. */
  ParentLinked: z.strictObject({ parent: id }),
  /** It goes on in another ticket, by the desk's own id, and is closed here. */
  MergedInto: z.strictObject({ into: id }),
  /** Another ticket goes on in this one. Where that was opened earlier, this one takes its opening and its past. */
  MergedFrom: z.strictObject({
    ticket: id,
    openedAt: instant.exactOptional(),
    custody: z.array(z.custom<CustodyEntry>()).exactOptional(),
    stretches: z.array(z.custom<Stretch>()).exactOptional(),
    firstReplyAt: instant.exactOptional(),
    /** The merge moved what was promised to the other one's customer by so much service time (ms): the review looks at it. */
    bought: z.number().int().positive().exactOptional(),
  }),
} as const;
