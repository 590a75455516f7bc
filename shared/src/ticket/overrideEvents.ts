import { z } from 'zod';
import { id, instant, reported, text } from './reported';

/** What may be asked to pass beside the rules. */
export const overrideKind = z.enum(['transfer', 'deadline', 'tier']);

/** What people decide beside the rules; part of all events. */
export const overrideEvents = [
  z.strictObject({
    ...reported,
    type: z.literal('AskOverride'),
    kind: overrideKind,
    /** Epoch ms: how long it lasts; of a later deadline, the deadline itself. */
    until: instant,
    why: text,
    /** Money at stake, as far as whoever asks can say. */
    amount: z.number().int().nonnegative().exactOptional(),
    /** What it touches of the agreement's compliance flags. */
    flag: text.exactOptional(),
  }),
  /** `code`: as it stood in what they wrote on the desk, where that is how they approve. */
  z.strictObject({ ...reported, type: z.literal('ApproveOverride'), override: id, code: id.exactOptional() }),
  /** What an approver of a party off the desk has decided, as it reached somebody of the other one; `words` why not. */
  z.strictObject({
    ...reported,
    type: z.literal('RecordApproval'),
    override: id,
    answer: z.enum(['approve', 'refuse']),
    person: id,
    answeredAt: instant,
    via: text,
    reference: text.exactOptional(),
    words: text,
  }),
  z.strictObject({ ...reported, type: z.literal('RefuseOverride'), override: id, why: text }),
] as const;
