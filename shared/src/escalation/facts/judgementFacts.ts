import { z } from 'zod';
import { instant } from './basics';

/** Facts of what people decided beside the rules, and of what they think of an escalation. */
export const judgementFacts = {
  /** A lead lets it be moved without a handoff until then; the weekly review looks at each of these. */
  TransfersOverridden: z.strictObject({ until: instant, isSampled: z.literal(true) }),
  /** What one party thinks of it, counted in the review. */
  EscalationJudged: z.strictObject({ verdict: z.enum(['should not', 'should have']) }),
} as const;
