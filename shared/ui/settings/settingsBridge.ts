import type { SettingsAnswer, SettingsRequest } from '../../src/settings';

/** A request as a section makes it; the bridge adds who. */
export type SettingsAsk = SettingsRequest extends infer Request
  ? Request extends SettingsRequest
    ? Omit<Request, 'viewer'>
    : never
  : never;

/** The way from the settings to their backend, and the only thing they know of their desk. */
export interface SettingsBridge {
  readonly desk: 'jira' | 'freshservice';
  /** Rejects with `Unreachable` when no answer came; the request may have arrived all the same. */
  readonly ask: (request: SettingsAsk) => Promise<SettingsAnswer>;
  /** Where a ticket of that key is; undefined where it cannot be one of this desk's keys. */
  readonly addressOf: (key: string) => string | undefined;
  /** Calls back when the settings are looked at again. Returns how to stop. */
  readonly onChange: (listener: () => void) => () => void;
}
