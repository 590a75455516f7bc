import { z } from 'zod';
import { id, instant, team } from './basics';

/** Facts of one shift handing a ticket over to the next: the person changes, the party never (rules §6). */
export const shiftFacts = {
  /** With the next action beside the chain. Whoever offers it stays accountable; `takeBy` is when the lead is told. */
  ShiftOffered: z.strictObject({ shift: id, to: team, deadline: instant, takeBy: instant }),
  /** Somebody of the next shift has it from now on, with what is to be done next. */
  ShiftTaken: z.strictObject({ shift: id, to: team, how: z.enum(['taken', 'claimed natively']) }),
  /** The next shift took the others and not this one: it stays with whoever offered it. */
  ShiftLeftOut: z.strictObject({ shift: id }),
  /**
   * Nobody took it in time; it may still be taken. `tell`: who offered it, and the lead, once for all that the shift left
   * until then; nobody where another ticket tells.
   */
  ShiftUntaken: z.strictObject({ shift: id, tell: z.array(id), isToldElsewhere: z.literal(true).exactOptional() }),
} as const;
