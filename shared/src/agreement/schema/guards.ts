import { z } from 'zod';
import { holdingParty } from './basics';

const statusName = z.string().trim().min(1, { error: 'is empty' });

/**
 * What may be held up where a boundary is enforced. Jira's transitions are named by the status they lead to, its name
 * or its id. Freshservice needs no names here: its group and agent fields are the transfer.
 */
export const guards = z.strictObject({
  jira: z
    .strictObject({
      /** Statuses that say whose it is now: a handoff to that party comes first. */
      transfer: z.record(statusName, holdingParty).default({}),
      /** Statuses that end it for good: not while a packet is owed. */
      close: z.array(statusName).default([]),
    })
    .prefault({}),
});
