import { z } from 'zod';
import { instant, reported, text } from './reported';

/** What people decide beside the rules, and what they think of an escalation; part of all events. */
export const judgementEvents = [
  /** A lead lets it be moved without a handoff until then, epoch ms, for a reason. */
  z.strictObject({ ...reported, type: z.literal('OverrideTransfers'), until: instant, why: text }),
  /** Whether it should have been escalated: counted for the review. */
  z.strictObject({ ...reported, type: z.literal('JudgeEscalation'), verdict: z.enum(['should not', 'should have']) }),
] as const;
