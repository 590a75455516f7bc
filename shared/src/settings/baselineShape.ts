import { z } from 'zod';

const count = z.int().min(0);
const share = z.strictObject({ count, of: count });
const ms = z.int().min(0).nullable();

/** What a report says of a period before Baton, as its page sends it to be kept; see `Outlook.baseline`. */
export const baselineSchema = z.strictObject({
  /** Name of the file it was read from. */
  file: z.string().min(1).max(200),
  /** Epoch ms of the first and the last event that was counted. */
  first: z.int(),
  last: z.int(),
  cases: count,
  /** Version of the agreement it was held against; absent where that was the starter agreement or a draft. */
  version: z.int().positive().exactOptional(),
  figures: z.strictObject({
    ...{ attainment: share, rework: share, ambiguity: count },
    ...{ timeToAcknowledge: ms, timeToEscalate: ms },
  }),
});

/** See {@link baselineSchema}. */
export type Baseline = z.infer<typeof baselineSchema>;
