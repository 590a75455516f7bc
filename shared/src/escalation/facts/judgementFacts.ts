import { z } from 'zod';

/** Facts of what people think of an escalation. */
export const judgementFacts = {
  /** What one party thinks of it, counted in the review. */
  EscalationJudged: z.strictObject({ verdict: z.enum(['should not', 'should have']) }),
} as const;
