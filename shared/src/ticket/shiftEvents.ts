import { z } from 'zod';
import { id, instant, reported, text } from './reported';

/** What people ask of Baton when one shift ends and the next begins, inside one party; part of all events. */
export const shiftEvents = [
  /** `shift` names what one person hands over together. */
  z.strictObject({ ...reported, type: z.literal('OfferShift'), shift: id, nextAction: text, deadline: instant }),
  /** `isAlone`: by a press for this ticket and no other. */
  z.strictObject({ ...reported, type: z.literal('TakeShift'), shift: id, isAlone: z.boolean() }),
  /** The rest of the shift is taken, this one is not. */
  z.strictObject({ ...reported, type: z.literal('LeaveOutOfShift'), shift: id }),
] as const;
