import { z } from 'zod';
import { placementSchema } from '../../ticket';
import { id, team } from './basics';

/** Facts of who is there: people are looked up live, and what was found is written down (rules §1.4). */
export const peopleFacts = {
  /** Whoever had to answer the offer is away, or the roster names nobody: the backup has to, in the same time. */
  BackupCalled: z.strictObject({ handoff: id, away: id.exactOptional(), to: team }),
  /**
   * `person` had it and works here no more: `to` has it unclaimed (rules §5.8). `tell`: the lead, once, for this and the
   * others they held, or nobody where another ticket tells.
   */
  HolderLeft: z.strictObject({
    person: id,
    to: placementSchema,
    tell: z.array(id),
    tickets: z.int().exactOptional(),
    isToldElsewhere: z.literal(true).exactOptional(),
  }),
} as const;
