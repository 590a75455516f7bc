export { actOnVersions, authorOf, decideAct } from './actOnVersions';
export type { BaselineShelf, BaselineView, FrozenBaseline } from './baselines';
export type { Baseline } from './baselineShape';
export { answerSettings } from './answerSettings';
export { settingsRequestSchema, type SettingsAct, type SettingsAnswer, type SettingsRequest } from './protocol';
export {
  moveSome,
  progressOf,
  tellMoved,
  type MovedTo,
  type MovingDesk,
  type MovingProgress,
  type OpenPage,
} from './moveOpen';
export { movingNow, type MovingOrder } from './movingOrder';
export type { SettingsDesk, Sitting } from './settingsDesk';
export type * from './settingsView';
export { sittingOf } from './sitting';
export type { InForce, NumberedFact, VersionBook, VersionEntry } from './versionBook';
export { changedSections, withSections } from './writtenSections';
export { beginAgreement, withSide, type Sides } from './beginAgreement';
export { onlyWatching } from './onlyWatching';
export { reachOf, withBoundaryMode, withCellMode, type Mode, type Reach } from './reach';
export { importedHours, type CalendarDocument, type ImportedHours } from './deskHours';
export { readPeople, withPerson, type PeopleRead, type PersonDocument, type UnclearPerson } from './deskPeople';
export {
  groupsOf,
  lostGroups,
  teamOf,
  withGroup,
  withoutGroup,
  withoutTeamNamed,
  withTypedTeam,
  type TeamDocument,
  type TeamPlace,
} from './deskTeams';
export type { DeskGroup, DeskHours, DeskPerson, DeskView, LedgerPage, SetupTold } from './deskView';
export type { DeskTickets, NamedTicket, TouchedView } from './deskTickets';
export type { CheckedLedger, CheckedStore } from './verifyTickets';
export { days, hoursText, typedHolidays, typedHours, withHours } from './writtenHours';
export { grants, readers, stored, type Grant } from './grants';
export { nameFor } from './nameFor';
export { offices, withOffice, type Office } from './offices';
export { isUsable, placeOf, preflight } from './preflight';
export type { PreflightItem, PreflightTold, SetupPlace } from './preflightItem';
export type { SetupDesk } from './setupDesk';
export type { SetupChannel } from './setupRequests';
export { suggestPlace, type PartyNames, type PlaceSuggestion, type Tier } from './suggestPlace';
export { tidied, withFirstLine } from './tidied';
export { channelWords, withChannel, withoutChannel } from './channels';
export type { ChannelDocument, ChannelKind } from './channels';
