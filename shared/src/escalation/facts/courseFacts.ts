import { z } from 'zod';
import { erasureReasonSchema, placementSchema } from '../../ticket';
import { instant, id, terms } from './basics';

/** Facts of the ticket’s own course: promises, resolving, and how sure a fact is. */
export const courseFacts = {
  /** New promises after a change of priority or agreement; clocks and pauses stay. */
  TermsReplaced: z.strictObject({ terms, because: z.enum(['priority', 'agreement']) }),
  /** The desk's own due times that differ from what was known of them (rules §5.5). */
  NativeDueRead: z.strictObject({ respond: instant.exactOptional(), resolve: instant.exactOptional() }),
  Resolved: z.strictObject({}),
  Reopened: z.strictObject({}),
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
