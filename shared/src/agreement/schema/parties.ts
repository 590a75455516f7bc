import { z } from 'zod';
import {
  anyParty,
  count,
  dateText,
  duration,
  holdingParty,
  id,
  instantText,
  label,
  link,
  nativeId,
  prose,
} from './basics';
import { weekly } from './calendars';
import { notify } from './channels';

/** A holding party: who speaks for it, where it works, when it is open. */
export const party = z.strictObject({
  name: label,
  timeZone: z.string(),
  worksAt: z.enum(['desk', 'linked', 'off desk']).default('desk'),
  /** Name of the calendar on which this party acknowledges, answers and decides. */
  hours: id,
  lead: id,
  coordinator: id,
  approver: id,
  /** The only one who speaks to customers on an escalation; others are warned first. */
  spokesperson: id.exactOptional(),
  /** How this party hears of what concerns it, beside the ticket. */
  notify,
});

const shift = z.strictObject({ person: id, backup: id.exactOptional(), hours: weekly });

const override = z.strictObject({
  person: id,
  backup: id.exactOptional(),
  from: instantText,
  to: instantText,
});

/** Who answers for a team: an override first, then the weekly table, then the standing names. */
const roster = z.strictObject({
  /** Zone of the weekly table; the party's unless said. */
  timeZone: z.string().exactOptional(),
  onDuty: id.exactOptional(),
  backup: id.exactOptional(),
  /** Freshservice's on-call schedule that says who is on duty; where it names nobody, the rest of this does. */
  freshserviceSchedule: nativeId.exactOptional(),
  weekly: z.array(shift).default([]),
  overrides: z.array(override).default([]),
});

export const team = z.strictObject({
  name: label,
  party: holdingParty,
  tier: z.enum(['L1', 'L2', 'L3', 'vendor']),
  freshserviceGroups: z.array(nativeId).default([]),
  /** Where its people were read from; on Jira the assignee decides, not the group. */
  jiraGroups: z.array(nativeId).default([]),
  hours: id.exactOptional(),
  roster: roster.prefault({}),
  /** Surge plan: more open tickets than this go to the other team. */
  surge: z.strictObject({ open: count, to: id }).exactOptional(),
});

const contact = z.strictObject({
  channel: z.enum(['email', 'phone', 'sms', 'slack', 'teams', 'pager']),
  address: label,
  /** Day on which the person last confirmed it. */
  confirmed: dateText.exactOptional(),
});

export const person = z.strictObject({
  name: label,
  party: anyParty,
  /** The first is the home team; on Jira the people of a team are its assignee pool. */
  teams: z.array(id).default([]),
  jira: nativeId.exactOptional(),
  freshservice: nativeId.exactOptional(),
  contacts: z.array(contact).default([]),
  /** How this person hears of what they are told, beside the ticket. */
  notify,
  active: z.boolean().default(true),
  roles: z.array(z.enum(['lead', 'approver', 'coordinator', 'agent', 'auditor', 'viewer'])).default([]),
});

const commitments = z.strictObject({
  respond: duration.exactOptional(),
  resolve: duration.exactOptional(),
  update: duration.exactOptional(),
});

/** The directory card of a vendor: how to reach it, what it needs to know and what it has promised. */
export const vendor = z.strictObject({
  name: label,
  /** In the order in which they are tried. */
  channels: z.array(contact).default([]),
  portal: link.exactOptional(),
  hotline: label.exactOptional(),
  /** The channel, a webhook, by which its own desk takes cases. */
  webhook: id.exactOptional(),
  /** What must be known before a case can be logged. */
  caseFields: z.array(label).default([]),
  commitments: commitments.prefault({}),
  hours: id.exactOptional(),
  /** The party that may open a case. */
  contractHolder: holdingParty,
  engageWhen: prose.exactOptional(),
  /** Per-client addresses and numbers that replace the card's. */
  clients: z
    .record(label, z.strictObject({ portal: link.exactOptional(), hotline: label.exactOptional() }))
    .default({}),
  runbook: link.exactOptional(),
  clauses: z.array(prose).default([]),
  renewal: dateText.exactOptional(),
  confirmed: dateText.exactOptional(),
  dataAgreement: label.exactOptional(),
  redact: z.array(label).default([]),
});
