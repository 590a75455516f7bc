import { z } from 'zod';
import { id, label } from './basics';

/** Where messages can go beside the ticket; `desk` is the desk's own e-mail. */
export const channelKinds = ['slack', 'teams', 'pagerduty', 'webhook', 'desk'] as const;

/** A way to reach people outside the ticket. Its address and key are no part of the agreement: each desk keeps them. */
export const channel = z.strictObject({
  kind: z.enum(channelKinds),
  name: label.exactOptional(),
  /** Where PagerDuty keeps the account. */
  region: z.enum(['us', 'eu']).exactOptional(),
});

/** Channels in the order in which they are tried. */
export const notify = z.array(id).max(5, { error: 'names more than 5 channels' }).default([]);
