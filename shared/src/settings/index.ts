export { actOnVersions, decideAct } from './actOnVersions';
export { answerSettings } from './answerSettings';
export { settingsRequestSchema, type SettingsAct, type SettingsAnswer, type SettingsRequest } from './protocol';
export type { SettingsDesk } from './settingsDesk';
export type * from './settingsView';
export { sittingOf, type Sitting } from './sitting';
export type { InForce, NumberedFact, VersionBook, VersionEntry } from './versionBook';
export { changedSections, withSections } from './writtenSections';
