import { z } from 'zod';
import { id, priority } from './basics';

const nativeName = z.string().min(1, { error: 'is empty' });

/** Which native field says what the matrix and overlays may ask, beside type, priority and title. */
const factFields = z.strictObject({
  impact: nativeName.exactOptional(),
  urgency: nativeName.exactOptional(),
  service: nativeName.exactOptional(),
  client: nativeName.exactOptional(),
  unit: nativeName.exactOptional(),
  geography: nativeName.exactOptional(),
  customerTier: nativeName.exactOptional(),
  riskCategory: nativeName.exactOptional(),
});

const desk = z.strictObject({
  statuses: z
    .strictObject({
      waiting: z.record(nativeName, z.enum(['customer', 'vendor', 'msp', 'client'])).default({}),
      resolved: z.array(nativeName).default([]),
    })
    .prefault({}),
  workTypes: z.record(nativeName, id).default({}),
  priorities: z.record(nativeName, priority).default({}),
  /** What says that a ticket was merged: types of links on Jira, what a note says before the number on Freshservice. */
  merged: z.array(nativeName).default([]),
  /** Types of Jira's links along which a ticket goes with a major incident; on Freshservice its children do. */
  linked: z.array(nativeName).default([]),
  /** Native fields that say that a ticket is a major incident: by one of these values, or by any where none is named. */
  major: z.array(z.strictObject({ field: nativeName, values: z.array(nativeName).default([]) })).default([]),
  facts: factFields.prefault({}),
});

const jira: z.input<typeof desk> = {
  statuses: {
    waiting: { Pending: 'customer', 'Waiting for customer': 'customer' },
    resolved: ['Resolved', 'Closed', 'Done'],
  },
  workTypes: { Incident: 'incident', 'Service request': 'request', '*': 'incident' },
  merged: ['Duplicate'],
  linked: ['Problem/Incident'],
  priorities: { P1: 1, P2: 2, P3: 3, P4: 4, Highest: 1, High: 2, Medium: 3, Low: 4, Lowest: 4, '*': 3 },
};

const freshservice: z.input<typeof desk> = {
  statuses: { waiting: { '3': 'customer' }, resolved: ['4', '5'] },
  workTypes: { Incident: 'incident', 'Service Request': 'request', '*': 'incident' },
  priorities: { '4': 1, '3': 2, '2': 3, '1': 4, '*': 3 },
  major: [{ field: 'major_incident_type' }],
  merged: ['merged into ticket'],
};

/** How each desk's own words map onto the agreement's; both desks' factory settings unless said otherwise. */
export const desks = z.strictObject({ jira: desk.prefault(jira), freshservice: desk.prefault(freshservice) });

/** Which tickets an agreement governs; an empty list does not narrow. */
export const scope = z.strictObject({
  jira: z
    .strictObject({ spaces: z.array(nativeName).default([]), organisations: z.array(nativeName).default([]) })
    .prefault({}),
  freshservice: z
    .strictObject({
      workspaces: z.array(nativeName).default([]),
      departments: z.array(nativeName).default([]),
      clients: z.array(nativeName).default([]),
    })
    .prefault({}),
});
