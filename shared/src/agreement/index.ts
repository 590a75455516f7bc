export type * from './serviceTarget';
export type * from './terms';
export type * from './directory';
export type { Drill, DrillHeard } from './drill';
export { onCallAfter, type OnCall } from './onCall';
export type { Outage, Outages } from './outage';
export type { VendorCard } from './vendorCard';
export { crossingTo, otherParty } from './terms';
export {
  agreementSchema,
  schemaVersion,
  type Agreement,
  type AgreementDocument,
  type Boundary,
  type Cell,
  type Condition as CellCondition,
  type Overlay,
  type TicketFacts,
} from './schema';
export { writtenDuration } from './schema/basics';
export { channelKinds } from './schema/channels';
export { mistakesIn, parseAgreement, readAgreement } from './parse';
export { eachMistake, rereader, type Reread, type Rereader } from './rereading';
export { adviceOn, brokenRules, rules as agreementRules } from './rules';
export type { CellNotes, RegulatoryRoute } from './cellNotes';
export type { Rule as AgreementRule, RuleViolation } from './rules/rule';
export { changesBetween, changeText, type Change } from './changes';
export { unsafeIn } from './plainData';
export { touching, type PromisedTicket, type Touch } from './touched';
export { failureOf as exampleFailure } from './testRun';
export { eachUncovered, uncoveredHours, type UncoveredHours } from './uncoveredHours';
export { decideVersion } from './versions/decideVersion';
export type { VersionCommand, VersionContext, VersionDecision, VersionRefusal } from './versions/command';
export { activeAt, evolveVersions, stageAt, versionOf, versionsOf } from './versions/evolveVersions';
export { noVersions } from './versions/facts';
export type {
  ActedBy,
  Activation,
  Author,
  Moving,
  OpenOnes,
  Signer,
  Version,
  VersionFact,
  Versions,
} from './versions/facts';
export { hasRight, type AgreementRight } from './versions/roles';
export { pageMarkdown, piecesOf, type GeneratedPage, type PageBlock } from './pages/page';
export { agreementPages } from './pages/pages';
export { packetLabels } from './packetLabels';
export { decidingCells } from './overlays';
export { lowRiskFirst, type PilotCandidate } from './pilot';
export { frozenChanges } from './frozen';
export { matchCell, passedOver, type CellMatch, type PassedOver } from './matrix/match';
export { layOut, type ExampleTicket, type Layout } from './matrix/layout';
export { limitsOf, matrixGaps, type MatrixGap } from './matrix/gaps';
export { matrixOverlaps, shadowedCells, type MatrixOverlap, type ShadowedCell } from './matrix/overlaps';
export {
  agreementParts,
  partsFor,
  termsFor,
  termsIn,
  type AgreementIndex,
  type AgreementParts,
  type ContentHash,
} from './parts';
export { directoryOf } from './directoryOf';
export { awaySince, backupOf, firstAsked, isManned, isPool, isThere, onDuty, peopleThere, rosteredAt } from './duty';
export {
  factsOn,
  guardedStatus,
  homeTeam,
  isMember,
  isResolvedStatus,
  partyOf,
  partyOfTeam,
  peopleOfTeam,
  personByNative,
  placementOfPerson,
  priorityOf,
  teamByGroup,
  isMajorOn,
  waitedFor,
  workTypeOf,
} from './lookup';
export type { GuardedStatus } from './lookup';
export { nativePriority, nativeWorkType, severityOf, sourceOf, type AlertSource, type SeverityMeaning } from './source';
export { fireDrill, STALE_AFTER } from './fireDrill';
export type { DrilledContact, DrilledPath, DrilledPerson, DrilledRung } from './fireDrill';
export {
  directoryWith,
  everybodyThere,
  presenceSchema,
  presentPresence,
  withLeft,
  type HeldTicket,
  withOut,
  type Out,
  type Presence,
} from './presence';
export { templateStages } from './schema/records';
export { filledTemplate, insideOnly, templateFor, variablesIn, type Template, type TemplateVariable } from './template';
export { placementOfAssignee, placementOfGroup } from './placement';
export { starterAgreement, type StarterCast, type StarterParty, type StarterPerson, type StarterTeam } from './starter';
export { largestPart, largestTerms, storedBytes, utf8Length } from './bytes';
