import { z } from 'zod';
import { id, label, nativeId, priority } from './basics';

const severity = z.strictObject({
  priority,
  /** The team that has the ticket from the start: the right tier at once. */
  team: id,
});

/** Monitoring or an RMM: what its alerts open, and as whose ticket on each desk. */
const alerts = z.strictObject({
  kind: z.literal('alerts'),
  name: label,
  workType: id.default('incident'),
  /** By the source's own word for how bad it is; `*` is the rest. */
  severities: z.record(label, severity),
  jira: z.strictObject({ space: nativeId }).exactOptional(),
  freshservice: z.strictObject({ requester: label, workspace: nativeId.exactOptional() }).exactOptional(),
});

/** PagerDuty, telling who saw a page. */
const pagerduty = z.strictObject({ kind: z.literal('pagerduty'), name: label });

/** A vendor's own desk, telling what became of a case. */
const vendorDesk = z.strictObject({ kind: z.literal('vendor'), name: label, vendor: id });

/** Who may tell Baton something from outside. The keys they sign with are no part of the agreement. */
export const source = z.discriminatedUnion('kind', [alerts, pagerduty, vendorDesk]);
