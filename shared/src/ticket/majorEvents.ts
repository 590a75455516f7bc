import { z } from 'zod';
import { id, placementSchema, reported, text } from './reported';

/** What is seen and asked of a major incident; part of {@link ticketEventSchema}. */
export const majorEvents = [
  /** The desk says that it is a major incident, or no longer. */
  z.strictObject({ ...reported, type: z.literal('MajorFlagged') }),
  z.strictObject({ ...reported, type: z.literal('MajorUnflagged') }),
  /** It is linked to a ticket that was declared a major incident, commanded by somebody. */
  z.strictObject({
    ...reported,
    type: z.literal('FollowMajor'),
    of: id,
    commander: placementSchema.exactOptional(),
  }),
  /** That one is over, or it is linked to it no longer. */
  z.strictObject({ ...reported, type: z.literal('LeaveMajor'), of: id }),
  z.strictObject({ ...reported, type: z.literal('DeclareMajor') }),
  z.strictObject({ ...reported, type: z.literal('TakeCommand') }),
  z.strictObject({ ...reported, type: z.literal('OpenBridge'), bridge: text }),
  z.strictObject({ ...reported, type: z.literal('SayMitigated') }),
] as const;
