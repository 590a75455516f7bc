import { z } from 'zod';
import { reported } from './reported';

/** What people think of an escalation; part of all events. */
export const judgementEvents = [
  /** Whether it should have been escalated: counted for the review. */
  z.strictObject({ ...reported, type: z.literal('JudgeEscalation'), verdict: z.enum(['should not', 'should have']) }),
] as const;
