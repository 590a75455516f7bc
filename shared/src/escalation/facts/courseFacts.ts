import { z } from 'zod';
import { erasureReasonSchema, placementSchema } from '../../ticket';
import { classification, instant, id, terms } from './basics';

/** Facts of the ticket’s own course: promises, resolving, and how sure a fact is. */
export const courseFacts = {
  /** New promises after a change of priority or agreement; clocks and pauses stay. `from` is the version before. */
  TermsReplaced: z.strictObject({
    terms,
    because: z.enum(['priority', 'agreement']),
    from: z.number().int().exactOptional(),
  }),
  /**
   * Whoever sorts an offer says what it is: new promises, the clocks and pauses stay. `desk` is what the desk calls it,
   * which counts again once the desk changes it.
   */
  Reclassified: z.strictObject({ handoff: id, terms, desk: classification }),
  /** The desk's own due times that differ from what was known of them (rules §5.5). */
  NativeDueRead: z.strictObject({ respond: instant.exactOptional(), resolve: instant.exactOptional() }),
  Resolved: z.strictObject({}),
  /** Not fixed: `level` is how often it was worked on until now, this time included. */
  Reopened: z.strictObject({ level: z.number().int().exactOptional() }),
  /** The requester wrote while their word was awaited: that is no silence, which begins anew. */
  RequesterWrote: z.strictObject({}),
  /** Nobody said for as long as agreed that it is not fixed: that closes the escalation (rules §5.7). */
  ResolutionConfirmed: z.strictObject({}),
  /** The desk's own event named the same actor as the browser had claimed. */
  AssuranceRaised: z.strictObject({ fact: z.number().int() }),
  /** The desk's own event named another actor: custody is back with `custody`. */
  IdentityDisputed: z.strictObject({ fact: z.number().int(), claimed: id, actor: id, custody: placementSchema }),
  /** What came with this fact was removed, salts and all; `hashes` are what is left of it (rules §7). */
  TextErased: z.strictObject({
    fact: z.number().int(),
    hashes: z.array(id),
    writer: id.exactOptional(),
    because: erasureReasonSchema,
  }),
} as const;
