import { z } from 'zod';
import { holdingParty, id, instant, reported, seen, seenTransfer, text } from './reported';

const packetSchema = z.strictObject({
  diagnosis: text,
  actions: text,
  evidence: text,
  nextAction: text,
  extra: z.record(id, text).exactOptional(),
});

/** What people ask of Baton about a handoff, and what settles a move without one; part of all events. */
export const handoffEvents = [
  z.strictObject({
    ...reported,
    type: z.literal('OfferHandoff'),
    team: id,
    reason: id,
    deadline: instant,
    packet: packetSchema,
  }),
  z.strictObject({
    ...reported,
    ...seen,
    type: z.literal('AcceptHandoff'),
    deadline: instant.exactOptional(),
    /** Accepted for a team by whoever speaks for the party, not for themself. */
    team: id.exactOptional(),
  }),
  /** Whoever sorts an offer says what kind of work it is: its cell is matched again. */
  z.strictObject({
    ...reported,
    ...seen,
    type: z.literal('Reclassify'),
    workType: id,
    priority: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  z.strictObject({
    ...reported,
    ...seen,
    type: z.literal('DeclineHandoff'),
    code: z.enum(['wrong-party', 'wrong-team', 'duplicate', 'no-capacity', 'other']),
    why: text,
  }),
  z.strictObject({ ...reported, ...seen, ...seenTransfer, type: z.literal('ReturnHandoff'), guidance: text }),
  /** The answer of a party that works off the desk, as it reached somebody of the other one; `words` as the answer asks. */
  z.strictObject({
    ...reported,
    ...seen,
    type: z.literal('RecordAnswer'),
    answer: z.enum(['accept', 'decline', 'return']),
    person: id,
    answeredAt: instant,
    via: text,
    reference: text.exactOptional(),
    words: text,
  }),
  z.strictObject({ ...reported, ...seen, type: z.literal('WithdrawHandoff') }),
  z.strictObject({ ...reported, ...seenTransfer, type: z.literal('AcceptAsItIs'), reason: id }),
  z.strictObject({ ...reported, ...seenTransfer, type: z.literal('TakeBack'), why: text }),
  z.strictObject({
    ...reported,
    type: z.literal('SettleTransfer'),
    /** Moves without a handoff by the same mover within five minutes, this one included. */
    alike: z.number().int().min(1),
    /** This is the first of them. */
    isFirst: z.boolean(),
  }),
  z.strictObject({ ...reported, type: z.literal('DecideStalemate'), party: holdingParty }),
] as const;

/** The four written fields of a packet; the fifth, the deadline, is an instant of the offer. */
export type PacketText = z.infer<typeof packetSchema>;
