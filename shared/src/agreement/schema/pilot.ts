import { z } from 'zod';
import { id, label } from './basics';

/** What of a pilot a draft may not change while it lasts. */
const frozen = z.enum(['scope', 'owners']);

/**
 * Which tickets a pilot is about, where a cell's mode is pilot: those of all lines given; the others are only observed.
 * An empty list does not narrow.
 */
export const pilot = z.strictObject({
  cells: z.array(id).default([]),
  clients: z.array(label).default([]),
  /** Teams that a handoff goes to first. */
  teams: z.array(id).default([]),
  frozen: z.array(frozen).default([]),
});
