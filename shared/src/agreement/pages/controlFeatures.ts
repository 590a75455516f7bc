import type { Agreement } from '../schema';

/** A part of Baton that a control can rest on. */
export type ControlFeature = Agreement['controls'][number]['features'][number];

/** What a feature does, and where it can be seen that it did. */
export interface FeatureEvidence {
  readonly does: string;
  /** Entries of a ticket's ledger, by their names in an export. */
  readonly facts: readonly string[];
  /** Pages, commands and exports that show it beside them. */
  readonly shownBy: string;
}

/** What a control can rest on: said once, named by the standards and by the parties' own controls. */
export const featureEvidence: Readonly<Record<ControlFeature, FeatureEvidence>> = {
  custody: {
    does: 'At every instant exactly one party is accountable for a ticket; it changes only by acceptance or a recorded reason.',
    facts: ['EscalationOpened', 'Claimed', 'HandoffAccepted', 'MoveUnexplained', 'CustodyFollowed'],
    shownBy: 'first line of the panel; ledger export',
  },
  packet: {
    does: 'A handoff carries diagnosis, actions, evidence, next action and deadline, and is refused while one is missing.',
    facts: ['HandoffOffered', 'HandoffReturned', 'AcceptedAsItIs', 'PacketOwed'],
    shownBy: 'packet in the panel; ledger export',
  },
  acknowledgement: {
    does: 'Whoever is offered or routed a ticket owes an answer within an agreed time, recorded with person, instant and channel.',
    facts: ['HandoffAccepted', 'HandoffDeclined', 'OfferLapsed', 'LadderEnded', 'StalemateDecided'],
    shownBy: 'timeline of the panel; ledger export',
  },
  escalation: {
    does: 'Agreed steps call more skill or more authority as time passes or as a ticket goes to and fro.',
    facts: ['RungReached', 'RungsEnded', 'WarningGiven', 'NoticeOwed', 'NoticeHandedOver'],
    shownBy: 'runbook; fire drill; timeline of the panel',
  },
  targets: {
    does: 'Times to reply, solve, answer and update run on agreed calendars and go on across handoffs; both parties are warned.',
    facts: ['WarningGiven', 'Breached', 'FirstReplySent', 'Resolved', 'NativeDueRead'],
    shownBy: 'deadlines of the panel; replay report',
  },
  attribution: {
    does: 'Every minute of a ticket is counted once: who used it, who was accountable, and whom it waited for.',
    facts: ['WaitingStarted', 'WaitingEnded', 'HoldPlaced', 'HoldDisputed', 'Breached'],
    shownBy: 'bar of minutes in the panel; replay report',
  },
  asks: {
    does: 'Somebody else can be asked without giving the ticket away; they owe the answer by a deadline of their own.',
    facts: ['Asked', 'AskAnswered', 'AskChased', 'AskWithdrawn'],
    shownBy: 'open Asks in the panel and the list; ledger export',
  },
  vendors: {
    does: 'A vendor’s case is opened by the party that holds the contract, with what the vendor needs and no more; its time is counted.',
    facts: ['Asked', 'CaseReferred', 'AskAnswered'],
    shownBy: 'vendor’s card in the panel; bar of minutes',
  },
  'major incidents': {
    does: 'A major incident has one commander at once; what was done in haste is handed over in full afterwards.',
    facts: ['MajorDeclared', 'CommandTaken', 'MajorMitigated', 'PacketOwed'],
    shownBy: 'panel; ledger export',
  },
  'customer messages': {
    does: 'Agreed words go to the customer when a person presses Send, as often as agreed.',
    facts: ['MessageReleased', 'FirstReplySent', 'WarningGiven'],
    shownBy: 'timeline of the panel; the ticket itself',
  },
  confirmation: {
    does: 'A solution is confirmed by the requester or by agreed days of silence; what was not fixed goes on where it was.',
    facts: ['Resolved', 'RequesterWrote', 'Reopened', 'ResolutionConfirmed'],
    shownBy: 'timeline of the panel; ledger export',
  },
  rosters: {
    does: 'Every team has somebody on duty and a stand-in, or the gap itself is recorded.',
    facts: ['OfferLapsed', 'BackupCalled', 'HolderLeft', 'ShiftOffered', 'ShiftTaken'],
    shownBy: 'handover notes; fire drill',
  },
  agreement: {
    does: 'What was agreed is one document: changed by draft and approval of both parties, and pinned to each ticket as it was.',
    facts: ['EscalationOpened', 'TermsReplaced'],
    shownBy: 'agreement file and its versions; check of the agreement',
  },
  overrides: {
    does: 'A lead may let a ticket move without a handoff for a while, with a reason; each one is listed for the review.',
    facts: ['TransfersOverridden', 'EscalationJudged'],
    shownBy: 'timeline of the panel; ledger export',
  },
  ledger: {
    does: 'What happened is appended and never edited; changing, dropping or reordering an entry is found.',
    facts: ['AssuranceRaised', 'IdentityDisputed', 'TextErased'],
    shownBy: 'ledger export and its verification',
  },
  'personal data': {
    does: 'What people wrote lies beside the ledger and can be removed, which is recorded; messages outside carry none of it.',
    facts: ['TextErased'],
    shownBy: 'panel; ledger export',
  },
  availability: {
    does: 'While the desk or a channel takes nothing, clocks go on, and what was to be said is tried until it is taken.',
    facts: ['DeskFellSilent', 'DeskAnswered', 'NoticeFailed', 'NoticesRetried'],
    shownBy: 'Is Baton keeping up?; ledger export',
  },
};
