import { z } from 'zod';
import { baselineSchema } from './baselineShape';
import type { BaselineView } from './baselines';
import type { NamedTicket, TouchedView } from './deskTickets';
import type { NumberedFact } from './versionBook';
import type { Confirming, SettingsRefusal, SettingsView, VersionText } from './settingsView';
import type { SetupTold } from './deskView';
import { setupRequests } from './setupRequests';

const short = z.string().max(200);
const viewer = z.strictObject({ timeZone: short, person: short.exactOptional() });
const version = z.int().positive();
/** What everything that changes something says: what was seen, of which version, and why. */
const act = { viewer, expected: z.int().min(0), version, reason: z.string().max(2_000) };
/** What becomes of open escalations: each keeps the version it began with, or goes on under this one. */
const open = z.enum(['keep', 'move']);

/** What the settings page may ask of the backend, the same on both desks. Whoever adds one adds it here. */
export const settingsRequestSchema = z.discriminatedUnion('type', [
  /** Where the agreement stands, with the text to begin from. */
  z.strictObject({ type: z.literal('open'), viewer }),
  /** The text of one version. */
  z.strictObject({ type: z.literal('text'), viewer, version }),
  /** What happened before a revision (exclusive; the newest unless said). */
  z.strictObject({ type: z.literal('audit'), viewer, before: z.int().positive().exactOptional() }),
  /** Another text: the sections of it that are other than in the version it is written on; null where one is gone. */
  z.strictObject({
    type: z.literal('draft'),
    ...act,
    on: version.exactOptional(),
    sections: z.record(z.string().max(64), z.unknown()),
  }),
  /** How many open tickets a text is about: that of a version, with what is typed on it where sections are given. */
  z.strictObject({
    type: z.literal('touched'),
    viewer,
    version: version.exactOptional(),
    sections: z.record(z.string().max(64), z.unknown()).exactOptional(),
  }),
  /** What the desk says of a ticket, by its key or number. */
  z.strictObject({ type: z.literal('ticket'), viewer, name: z.string().trim().min(1).max(64) }),
  /** What was frozen of the time before Baton. */
  z.strictObject({ type: z.literal('baselines'), viewer }),
  z.strictObject({ type: z.literal('freeze baseline'), viewer, baseline: baselineSchema }),
  z.strictObject({ type: z.enum(['propose', 'send back', 'approve', 'adopt']), ...act }),
  /** `from` is epoch ms; now where it is left out. */
  z.strictObject({ type: z.literal('activate'), ...act, from: z.int().exactOptional(), open }),
  z.strictObject({ type: z.literal('roll back'), ...act, open }),
  /** What is open goes on under the version in force. */
  z.strictObject({ type: z.literal('move open'), ...act }),
  ...setupRequests,
]);

/** One request of {@link settingsRequestSchema}. */
export type SettingsRequest = z.infer<typeof settingsRequestSchema>;

/** One that changes something. */
export type SettingsAct = Extract<SettingsRequest, { readonly expected: number }>;

/** What the backend answers: where the agreement stands, with what was asked for, or why not. */
export type SettingsAnswer =
  | {
      readonly ok: true;
      readonly view?: SettingsView;
      readonly text?: VersionText;
      /** What happened, newest first. */
      readonly facts?: readonly NumberedFact[];
      /** What was frozen, newest first. */
      readonly baselines?: readonly BaselineView[];
      /** What has to be done on the desk before it takes effect. */
      readonly confirming?: Confirming;
      readonly said?: string;
      readonly told?: SetupTold;
      readonly touched?: TouchedView;
      readonly ticket?: NamedTicket;
    }
  | SettingsRefusal;
