import { z } from 'zod';
import { id, instant } from './basics';

/** Why nobody clearly has it. */
export const unclearCauses = ['no handoff', 'unclaimed', 'both wait', 'away', 'team gone'] as const;

/** Facts of stretches in which nobody clearly had it, each an ownership ambiguity incident (rules §9). */
export const unclearFacts = {
  /** So it was since `since`, for too long. `of` names the stretch: it is said once. `tell`: both leads. */
  OwnershipUnclear: z.strictObject({ because: z.enum(unclearCauses), of: id, since: instant, tell: z.array(id) }),
} as const;
