import { z } from 'zod';
import { id, placementSchema, reported, text } from './reported';

/** Which alert of which source of the agreement: its own key, hashed. */
const alert = { source: id, alert: id };

/** What monitoring and pagers tell; part of {@link ticketEventSchema}. */
export const alertEvents = [
  /** It was raised, or is still: `times` since that was written down last. */
  z.strictObject({
    ...reported,
    ...alert,
    type: z.literal('AlertRaised'),
    severity: id,
    to: placementSchema,
    times: z.number().int().min(1),
    /** By name; what the source wrote. */
    words: z.record(id, text),
  }),
  /** Somebody saw it where it comes from, which hands nothing over. */
  z.strictObject({ ...reported, ...alert, type: z.literal('AlertAcknowledged'), who: text.exactOptional() }),
  /** Somebody saw a page where it rang. */
  z.strictObject({ ...reported, type: z.literal('PageAcknowledged'), who: text.exactOptional() }),
  /** A vendor's own desk told what became of a case: its number, its answer or both. */
  z.strictObject({
    ...reported,
    type: z.literal('CaseTold'),
    ask: id,
    vendor: id,
    reference: text.exactOptional(),
    answer: text.exactOptional(),
  }),
  z.strictObject({ ...reported, ...alert, type: z.literal('AlertCleared'), times: z.number().int().min(0) }),
] as const;
