import { z } from 'zod';
import { placementSchema } from '../../ticket';
import { id } from './basics';

/** Facts of a major incident: who commands it, until it is mitigated (rules §6). */
export const majorFacts = {
  /**
   * From now on `commander` has custody, deemed; absent where nobody could be found, and then custody stays. `follows`
   * names the ticket whose declaration this one goes with.
   */
  MajorDeclared: z.strictObject({
    how: z.enum(['press', 'desk', 'fast track', 'linked']),
    commander: placementSchema.exactOptional(),
    follows: id.exactOptional(),
    tell: z.array(id),
  }),
  /** Somebody else commands it from now on. */
  CommandTaken: z.strictObject({ to: placementSchema }),
  /** The desk's fields went to whoever helps; command, and with it custody, did not. */
  MovedUnderCommand: z.strictObject({ to: placementSchema }),
  /** Where everybody meets: the link is a text. */
  BridgeOpened: z.strictObject({}),
  /** The major incident it went with is over: it is back with `to`, unless somebody else has it by then. */
  MajorLeft: z.strictObject({ to: placementSchema.exactOptional() }),
  /** The worst is over: from now on the packet of what was done in haste is owed. */
  MajorMitigated: z.strictObject({ how: z.enum(['press', 'desk']) }),
} as const;
