import { z } from 'zod';
import { alertEvents } from './alertEvents';
import { askedSchema, askKindSchema } from './asking';
import { goneEvents } from './goneEvents';
import { handoffEvents } from './handoffEvents';
import { judgementEvents } from './judgementEvents';
import { majorEvents } from './majorEvents';
import { actorSchema, assuranceSchema, id, instant, placementSchema, reported, seen, text } from './reported';
import { noticeEvents } from './sending';
import { overrideEvents } from './overrideEvents';
import { shiftEvents } from './shiftEvents';

/** Why a text is taken out of the ledger; a code, since a reason in words would be one more text. */
export const erasureReasonSchema = z.enum(['personal-data', 'secret', 'wrong-ticket', 'other']);

/**
 * Everything a desk reports about one ticket: what was seen on it (past tense) and what a person asks of Baton
 * (imperative). May be late, doubled, out of order or wrong; {@link decide} says what it means.
 */
export const ticketEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...reported, type: z.literal('TicketOpened'), to: placementSchema.exactOptional() }),
  z.strictObject({
    ...reported,
    type: z.literal('TicketMoved'),
    /** Where it lay before, if the desk says so; only read when the ledger opens with this move. */
    from: placementSchema.exactOptional(),
    to: placementSchema,
    /** Epoch ms of the last time it was seen elsewhere, where nothing told when it moved since. */
    notBefore: instant.exactOptional(),
  }),
  z.strictObject({ ...reported, type: z.literal('TicketReprioritised') }),
  /** Somebody chose that what is open goes on under this version of the agreement, and said why. */
  z.strictObject({ ...reported, type: z.literal('MoveToVersion'), version: z.int().positive(), why: text }),
  /** What the desk's own due times are now; only those it tells. */
  z.strictObject({
    ...reported,
    type: z.literal('DueTimesRead'),
    respond: instant.exactOptional(),
    resolve: instant.exactOptional(),
  }),
  z.strictObject({
    ...reported,
    type: z.literal('WaitingStarted'),
    whom: z.enum(['customer', 'vendor', 'msp', 'client']),
  }),
  z.strictObject({ ...reported, type: z.literal('WaitingEnded') }),
  z.strictObject({ ...reported, type: z.literal('TicketResolved') }),
  z.strictObject({ ...reported, type: z.literal('TicketReopened') }),
  z.strictObject({ ...reported, type: z.literal('PublicReplySent') }),
  z.strictObject({ ...reported, type: z.literal('CustomerReplied') }),
  z.strictObject({ ...reported, type: z.literal('WorkNoted') }),
  ...handoffEvents,
  ...judgementEvents,
  ...overrideEvents,
  ...shiftEvents,
  z.strictObject({
    ...reported,
    type: z.literal('AskFor'),
    kind: askKindSchema,
    of: askedSchema,
    question: text,
    /** The holder cannot go on without the answer. */
    isBlocking: z.boolean(),
    /** When the agreement says, unless the asker gives more time. */
    deadline: instant.exactOptional(),
    /** The vendor's case number, or the child ticket. */
    reference: text.exactOptional(),
    /** What the vendor needs to know, by the agreement's own labels. */
    caseFields: z.record(id, text).exactOptional(),
    /** What the vendor's own desk gets, and the channel it goes by: whoever asks pressed Send on it. */
    posted: z.strictObject({ channel: id, text }).exactOptional(),
  }),
  z.strictObject({ ...reported, ...seen, type: z.literal('NeedInfo'), question: text }),
  z.strictObject({ ...reported, type: z.literal('AnswerAsk'), ask: id, answer: text }),
  z.strictObject({ ...reported, type: z.literal('ChaseAsk'), ask: id }),
  z.strictObject({ ...reported, type: z.literal('WithdrawAsk'), ask: id }),
  /** The number a vendor gave the case, learned after it was logged. */
  z.strictObject({ ...reported, type: z.literal('ReferCase'), ask: id, reference: text }),
  z.strictObject({
    ...reported,
    type: z.literal('PlaceHold'),
    whom: z.literal('customer'),
    /** Epoch ms of the last public message to the customer that they have not answered; absent where there is none. */
    asked: instant.exactOptional(),
  }),
  /** Of the hold that began then, epoch ms. */
  z.strictObject({ ...reported, type: z.literal('DisputeHold'), since: instant }),
  ...majorEvents,
  ...goneEvents,
  z.strictObject({
    ...reported,
    type: z.literal('EraseText'),
    /** The number of the ledger's fact that the text came with. */
    fact: z.number().int().min(1),
    because: erasureReasonSchema,
  }),
  /** Who works now was looked up: whoever holds the ticket or has to answer for it may be gone. */
  z.strictObject({ ...reported, type: z.literal('DirectoryRead') }),
  ...noticeEvents,
  ...alertEvents,
  z.strictObject({ ...reported, type: z.literal('TimePassed') }),
]);

/** One event of {@link ticketEventSchema}. */
export type TicketEvent = z.infer<typeof ticketEventSchema>;
/** The event of one type. */
export type TicketEventOf<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>;
/** Who did something; see {@link actorSchema}. */
export type Actor = z.infer<typeof actorSchema>;
/** How sure it is; see {@link assuranceSchema}. */
export type Assurance = z.infer<typeof assuranceSchema>;
/** Why a text is erased; see {@link erasureReasonSchema}. */
export type ErasureReason = z.infer<typeof erasureReasonSchema>;
