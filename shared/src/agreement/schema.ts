import { z } from 'zod';
import { count, days, duration, holdingParty, id, label, prose } from './schema/basics';
import { calendar } from './schema/calendars';
import { cell, condition } from './schema/cell';
import { channel } from './schema/channels';
import { control } from './schema/controls';
import { desks, scope } from './schema/desks';
import { exception } from './schema/exceptions';
import { guards } from './schema/guards';
import { boundary, packet } from './schema/handling';
import { overlay } from './schema/overlay';
import { pilot } from './schema/pilot';
import { party, person, team, vendor } from './schema/parties';
import { source } from './schema/sources';
import { signature, template, testCase, ticketFacts } from './schema/records';

/** The newest form of the document this Baton reads. */
export const schemaVersion = 1;

/** The whole document both parties sign. What is left out has the default that the schema names. */
export const agreementSchema = z.strictObject({
  schema: z.literal(schemaVersion),
  id,
  name: label,
  version: count,
  /** The MSP's standard this agreement was made from. */
  base: z.strictObject({ id, version: count }).exactOptional(),
  scope: scope.prefault({}),
  parties: z.strictObject({ msp: party, client: party }),
  teams: z.record(id, team),
  people: z.record(id, person),
  calendars: z.record(id, calendar),
  /** The hours promised to the customer, and whose clock the contract counts, unless a target says otherwise. */
  service: z.strictObject({ hours: id, clockOfRecord: z.enum(['native', 'baton']).default('native') }),
  desks: desks.prefault({}),
  guards: guards.prefault({}),
  /** Who has a ticket that no team and nobody has yet. */
  intake: z.strictObject({ party: holdingParty, team: id }),
  /** Who commands a major incident; the lead of the party that has the ticket where nobody is named. */
  commander: id.exactOptional(),
  /** What every packet has unless its boundary or cell says otherwise. */
  packet: packet.prefault({}),
  boundaries: z.strictObject({ 'client>msp': boundary, 'msp>client': boundary }),
  /** The first cell that matches, from the top, decides. */
  matrix: z.array(cell),
  /** What is other for some clients, units or places. */
  overlays: z.array(overlay).default([]),
  pilot: pilot.prefault({}),
  vendors: z.record(id, vendor).default({}),
  channels: z.record(id, channel).default({}),
  /** Who may tell Baton something from outside, by the name it signs with. */
  sources: z.record(id, source).default({}),
  templates: z.array(template).default([]),
  glossary: z.record(label, prose).default({}),
  /** Controls of their own that the parties' auditors ask about. */
  controls: z.array(control).default([]),
  /** How long (real time) an exception may last, and which of them a person has to approve. */
  overrides: z
    .strictObject({ longest: duration.default(8 * 3_600_000), exceptions: z.array(exception).default([]) })
    .prefault({}),
  reopenWindowDays: days.default(14),
  /** Which opening counts when tickets are merged: the earlier one, or the one of the ticket that stays. */
  merge: z.enum(['earlier', 'primary']).default('earlier'),
  confirmationDays: days.default(3),
  retentionDays: count.default(730),
  tests: z.array(testCase).default([]),
  signatures: z.array(signature).default([]),
});

/** An agreement as the code reads it: complete, durations in ms. */
export type Agreement = z.output<typeof agreementSchema>;
/** An agreement as people write it. */
export type AgreementDocument = z.input<typeof agreementSchema>;
/** A cell as it is read: every default filled in; `overlay` names the one that changed it for its tickets. */
export type Cell = z.output<typeof cell> & { readonly overlay?: string };
/** What is other for some clients, units or places. */
export type Overlay = Agreement['overlays'][number];
/** What a ticket must be for a cell to match. */
export type Condition = z.output<typeof condition>;
/** How a crossing is handled unless a cell says otherwise. */
export type Boundary = z.output<typeof boundary>;
/** What the matrix asks about a ticket. */
export type TicketFacts = z.output<typeof ticketFacts>;
