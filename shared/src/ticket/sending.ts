import { z } from 'zod';
import { templateStages } from '../agreement';
import { id, reported, text } from './reported';

/** What one channel did with one message, which is known by the number of the fact that owes it. */
export const outcomeSchema = z.strictObject({
  notice: z.number().int(),
  channel: id,
  key: id,
  /** Why it was not taken; absent where it was. */
  because: z.enum(['refused', 'busy', 'unreachable', 'redirected', 'not set up', 'erased', 'behind']).exactOptional(),
  isPage: z.literal(true).exactOptional(),
  /** It goes with others in one message. */
  isDigest: z.literal(true).exactOptional(),
  /** For how long the channels want to be left alone, ms. */
  waits: z.number().int().exactOptional(),
  /** Whatever spreads the next tries, from 0 to 1. */
  jitter: z.number().min(0).max(1).exactOptional(),
});

/** One outcome of {@link outcomeSchema}. */
export type Outcome = z.infer<typeof outcomeSchema>;

/** What is told of messages outside the ticket; part of {@link ticketEventSchema}. */
export const noticeEvents = [
  /** Somebody pressed Send on a message to the customer, made from the agreed text of a stage or in their own words. */
  z.strictObject({
    ...reported,
    type: z.literal('TellCustomer'),
    message: text,
    stage: z.enum(templateStages).exactOptional(),
    /** They know that somebody else speaks to the customer here. */
    isAnyway: z.literal(true).exactOptional(),
  }),
  /** What channels did with messages, one after the other. */
  z.strictObject({ ...reported, type: z.literal('NoticesSent'), outcomes: z.array(outcomeSchema) }),
  /** Somebody wants what was given up to be tried again. */
  z.strictObject({ ...reported, type: z.literal('RetryNotices') }),
  /** The desk did not take what was to be said and done on it; and it has, all of it. */
  z.strictObject({ ...reported, type: z.literal('DeskFellSilent') }),
  z.strictObject({ ...reported, type: z.literal('DeskAnswered') }),
] as const;
