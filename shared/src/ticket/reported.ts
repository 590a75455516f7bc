import { z } from 'zod';
import { FIRST_INSTANT, LAST_INSTANT } from '../time';

/** Epoch ms. */
export const instant = z.number().int().min(FIRST_INSTANT).max(LAST_INSTANT);
/** An id of the agreement, the desk or a delivery. */
export const id = z.string().min(1).max(120);
/** What somebody wrote. */
export const text = z.string().max(100_000);
/** A party that can have custody. */
export const holdingParty = z.enum(['msp', 'client']);

/** Where a desk says a ticket lies, in agreement ids. */
export const placementSchema = z.strictObject({
  party: holdingParty,
  team: id.exactOptional(),
  person: id.exactOptional(),
});

/**
 * Who did something, as far as the desk can tell: a person of the agreement, a rule or the API, or somebody the
 * directory does not know (`native` then names them in the desk's own id).
 */
export const actorSchema = z.strictObject({
  person: id.exactOptional(),
  party: z.enum(['msp', 'client', 'vendor', 'customer']).exactOptional(),
  rule: id.exactOptional(),
  native: id.exactOptional(),
});

/** How sure it is that the actor acted (rules §4.4). */
export const assuranceSchema = z.enum(['platform', 'claimed', 'attested', 'deemed', 'history']);

/** The circumstances that every event has. */
export const reported = {
  /** Names the delivery, so that one that arrives twice counts once. */
  deliveryId: id,
  /** Epoch ms at which it happened. */
  at: instant,
  /** Epoch ms at which Baton learned of it; never before `at`. */
  learned: instant,
  actor: actorSchema,
  channel: id,
  assurance: assuranceSchema,
};

/** The handoff a person saw when they pressed, so that another one is not answered in its place. */
export const seen = { handoff: id.exactOptional() };
/** The un-batoned transfer they saw. */
export const seenTransfer = { transfer: id.exactOptional() };
