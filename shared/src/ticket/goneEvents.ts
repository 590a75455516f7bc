import { z } from 'zod';
import { id, instant, placementSchema, reported } from './reported';

/** What is seen of tickets that are deleted, restored, merged or children of others; part of {@link ticketEventSchema}. */
export const goneEvents = [
  z.strictObject({ ...reported, type: z.literal('TicketDeleted'), how: z.enum(['deleted', 'spam']) }),
  z.strictObject({ ...reported, type: z.literal('TicketRestored') }),
  /** It was merged into another ticket, by the desk's own id. */
  z.strictObject({ ...reported, type: z.literal('TicketMerged'), into: id }),
  /** Another ticket was merged into it; `brought` is what that one's ledger says of itself. */
  z.strictObject({ ...reported, type: z.literal('TicketJoined'), from: id, brought: z.custom<object>() }),
  /** It is the child of another ticket, by the desk's own id. */
  z.strictObject({ ...reported, type: z.literal('ParentSeen'), parent: id }),
  /** Where a child of it lies now, as its own ledger says, when that is due (epoch ms), and how people call it. */
  z.strictObject({
    ...reported,
    type: z.literal('ChildSeen'),
    child: id,
    label: id,
    to: placementSchema,
    isDone: z.boolean(),
    dueAt: instant,
  }),
] as const;
