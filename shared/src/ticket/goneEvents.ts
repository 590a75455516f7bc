import { z } from 'zod';
import { id, reported } from './reported';

/** What is seen of tickets that are deleted, restored or merged; part of {@link ticketEventSchema}. */
export const goneEvents = [
  z.strictObject({ ...reported, type: z.literal('TicketDeleted'), how: z.enum(['deleted', 'spam']) }),
  z.strictObject({ ...reported, type: z.literal('TicketRestored') }),
  /** It was merged into another ticket, by the desk's own id. */
  z.strictObject({ ...reported, type: z.literal('TicketMerged'), into: id }),
  /** Another ticket was merged into it; `brought` is what that one's ledger says of itself. */
  z.strictObject({ ...reported, type: z.literal('TicketJoined'), from: id, brought: z.custom<object>() }),
] as const;
