import type { AgreementDocument } from '../../src/agreement';
import { changedSections, type SettingsView } from '../../src/settings';
import type { OpenSettings } from './settingsState';
import type { SettingsAsk } from './settingsBridge';

/** The version a text is written into: the newest one while nobody has approved it all, else the one after it. */
export function writtenInto({ versions }: SettingsView): number {
  const [newest] = versions;
  if (!newest) return 1;
  return newest.stage === 'draft' || newest.stage === 'proposed' ? newest.number : newest.number + 1;
}

/** What saves a typed text; what did not change stays at home. */
export function savingOf({ view, on, stored, draft, seen }: OpenSettings, reason: string): SettingsAsk {
  const version = writtenInto(view);
  const document: AgreementDocument = { ...draft, version };
  const sections = changedSections(stored, document);
  return { type: 'draft', version, expected: seen, reason, sections, ...(on === undefined ? {} : { on }) };
}

/** What asks how many open tickets a typed text is about. */
export const touchingOf = ({ on, stored, draft }: OpenSettings): SettingsAsk => ({
  type: 'touched',
  sections: changedSections(stored, draft),
  ...(on === undefined ? {} : { version: on }),
});
