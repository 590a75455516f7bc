import { z } from 'zod';
import type { Terms } from '../../agreement';

/** Epoch ms. */
export const instant = z.number().int();
/** An id of the agreement or the escalation. */
export const id = z.string().min(1);
/** A party that can have custody. */
export const party = z.enum(['msp', 'client']);
/** Whom a clock may wait for. */
export const waitedFor = z.enum(['customer', 'vendor', 'msp', 'client']);
/** An ordered pair of parties, giver first. */
export const crossing = z.enum(['client>msp', 'msp>client']);
/** The promises that are pinned. */
export const terms = z.custom<Terms>(value => typeof value === 'object' && value !== null);
/** What kind of work a ticket is, as the matrix asks. */
export const classification = z.strictObject({
  workType: id,
  priority: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
});
/** A team of a party, perhaps a person in it. */
export const team = z.strictObject({ party, team: id, person: id.exactOptional() });
