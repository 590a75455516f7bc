import { z } from 'zod';
import { count, duration, holdingParty, id, instantText, label, priority, prose } from './basics';

/** What is known of a ticket when its cell is looked up. */
export const ticketFacts = z.strictObject({
  workType: id,
  priority,
  impact: label.exactOptional(),
  urgency: label.exactOptional(),
  service: label.exactOptional(),
  client: label.exactOptional(),
  unit: label.exactOptional(),
  geography: label.exactOptional(),
  customerTier: label.exactOptional(),
  riskCategory: label.exactOptional(),
  title: z.string().exactOptional(),
  bounces: z.int().nonnegative({ error: 'is 0 or more' }).exactOptional(),
});

/** When in the life of an escalation a text is meant to be said. */
export const templateStages = [
  ...(['opened', 'offered', 'accepted', 'update', 'at risk', 'breached'] as const),
  ...(['raised', 'resolved', 'closed'] as const),
] as const;

export const template = z.strictObject({
  stage: z.enum(templateStages),
  audience: z.enum(['internal', 'customer', 'executive']),
  subject: label.exactOptional(),
  body: prose,
  /** Both parties have agreed to its words; a person presses Send all the same. */
  approved: z.boolean().default(false),
});

const reached = z
  .strictObject({
    cell: id.exactOptional(),
    /** A team or person that an offer reaches, at once or in so much of the receiver's time. */
    team: id.exactOptional(),
    person: id.exactOptional(),
    within: duration.exactOptional(),
  })
  .refine(({ cell, team, person }) => [cell, team, person].some(name => name !== undefined), {
    error: 'is a cell, a team or a person to be reached',
  });

/** An example that must stay true; `none` means that no cell governs the ticket. */
export const testCase = z.strictObject({
  name: label,
  ticket: ticketFacts,
  /** Which way it is offered; to the provider if not said. */
  crossing: z.enum(['client>msp', 'msp>client']).exactOptional(),
  /** When it is offered; when the receiver's usual week begins if not said. */
  at: instantText.exactOptional(),
  /** Who is out then. */
  out: z.array(id).exactOptional(),
  expect: z.union([reached, z.literal('none')], {
    error: 'is { "cell": … }, { "team": …, "within": … }, { "person": … } or the word none',
  }),
});

export const signature = z.strictObject({
  party: holdingParty,
  person: id,
  version: count,
  at: instantText,
});
