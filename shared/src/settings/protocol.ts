import { z } from 'zod';
import type { SettingsRefusal, SettingsView, VersionText } from './settingsView';

const short = z.string().max(200);
const viewer = z.strictObject({ timeZone: short, person: short.exactOptional() });

/** What the settings page may ask of the backend, the same on both desks. Whoever adds one adds it here. */
export const settingsRequestSchema = z.discriminatedUnion('type', [
  /** Where the agreement stands, with the text to begin from. */
  z.strictObject({ type: z.literal('open'), viewer }),
  /** The text of one version. */
  z.strictObject({ type: z.literal('text'), viewer, version: z.number().int().positive() }),
]);

/** One request of {@link settingsRequestSchema}. */
export type SettingsRequest = z.infer<typeof settingsRequestSchema>;

/** What the backend answers: where the agreement stands, a text, or why not. */
export type SettingsAnswer =
  | { readonly ok: true; readonly view?: SettingsView; readonly text?: VersionText; readonly said?: string }
  | SettingsRefusal;
