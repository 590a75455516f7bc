export { settingsRequestSchema, type SettingsAnswer, type SettingsRequest } from './protocol';
export type { SettingsRefusal, SettingsView, SettingsViewer, VersionText, VersionView } from './settingsView';
export { answerSettings } from './answerSettings';
export type { SettingsDesk } from './settingsDesk';
export type { NumberedFact, VersionBook } from './versionBook';
