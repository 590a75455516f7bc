import { LedgerError } from '../failures';
import { placement } from './custody';
import type { Fact, FactOf, FactType } from './events';
import { alertEvolvers } from './decideAlert';
import { askAnswered, askChased, asked, askWithdrawn, caseReferred, withoutOffer } from './evolveAsk';
import { goneEvolvers } from './evolveGone';
import { delivered, majorEvolvers } from './evolveMajor';
import { dueRead, promising, reopened, resolved, termsReplaced } from './evolveCourse';
import { overrideEvolvers } from './evolveOverride';
import { shiftEvolvers } from './evolveShift';
import { held, lying, moved, movedTo, passed, without } from './evolveCustody';
import {
  acceptedAsItIs,
  corrected,
  custodyFollowed,
  followed,
  givenBack,
  owed,
  takenBack,
  transferred,
  undone,
  worked,
} from './evolveTransfer';
import {
  accepted,
  backupCalled,
  begun,
  deadlocked,
  ladderEnded,
  lapsed,
  movedUnderOffer,
  offered,
  refused,
  withdrawn,
} from './evolveOffer';
import { climbed, passedOn } from './evolveRung';
import { holderLeft, leaseLapsed, workedOn } from './evolveWork';
import { holdDisputed, holdPlaced, notCounted, paused, resumed, voided } from './evolveWaiting';
import { noticeEvolvers, takenOver } from './outbox';
import type { Held, Open, State } from './state';
import { confirmed, wrote } from './resolution';
import { said } from './thresholds';
import { unsorted } from './triage';
import { unclear } from './unclear';
import { judged } from './verdict';

type Evolve<T extends FactType> = (state: Open, fact: FactOf<T>) => Open;

/** How many deliveries a state remembers; older duplicates are recognised because custody already fits them. */
const REMEMBERED = 40;

/** Passed on without a packet: on the desk, or by a rung. */
const passedWithout: Evolve<'Passed'> = (state, fact) =>
  fact.data.rung ? passedOn(state, fact) : moved('passed')(state, fact);

const evolvers: { readonly [T in Exclude<FactType, 'EscalationOpened'>]: Evolve<T> } = {
  Claimed: moved('claimed'),
  Passed: (state, fact) => (fact.data.packet ? passed(delivered(state, fact), fact) : passedWithout(state, fact)),
  Routed: moved('routed'),
  MovedInHistory: moved('history'),
  MoveFollowedOffer: movedUnderOffer,
  MoveUnexplained: lying,
  MoveUndone: lying,
  UnbatonedTransfer: transferred,
  TransferCorrected: corrected,
  TransferFollowed: followed,
  TransferUndone: undone,
  CustodyFollowed: custodyFollowed,
  AcceptedAsItIs: acceptedAsItIs,
  TransferTakenBack: takenBack,
  TransferReturned: givenBack,
  PacketOwed: owed,
  HandoffOffered: (state, fact) => offered(delivered(state, fact), fact),
  HandoffAccepted: accepted,
  TriageLapsed: unsorted,
  AcceptanceAsked: begun,
  HandoffDeclined: refused,
  HandoffReturned: refused,
  HandoffWithdrawn: withdrawn,
  OfferLapsed: lapsed,
  BackupCalled: backupCalled,
  LadderEnded: ladderEnded,
  WarningGiven: (state, { data: { name, share } }) => said(state, name, share),
  Breached: (state, { data: { name } }) => said(state, name, 100),
  StalemateReached: deadlocked,
  StalemateDecided: (state, { at, data }) => ({ ...movedTo(held(state), at, data.to, 'decided'), refusals: {} }),
  Asked: asked,
  AskAnswered: askAnswered,
  AskChased: askChased,
  AskWithdrawn: askWithdrawn,
  CaseReferred: caseReferred,
  TermsReplaced: termsReplaced,
  Reclassified: (state, fact) => ({ ...promising(state, fact), reclassified: fact.data.desk }),
  NativeDueRead: dueRead,
  WaitingStarted: paused,
  WaitingEnded: resumed,
  WaitingNotCounted: notCounted,
  WaitingVoided: voided,
  HoldPlaced: holdPlaced,
  HoldDisputed: holdDisputed,
  FirstReplySent: (state, { at }) => ({ ...state, firstReplyAt: at }),
  WorkStarted: worked,
  WorkedOn: workedOn,
  LeaseLapsed: leaseLapsed,
  HolderLeft: holderLeft,
  OwnershipUnclear: unclear,
  ...majorEvolvers,
  ...goneEvolvers,
  ...overrideEvolvers,
  EscalationJudged: judged,
  ...shiftEvolvers,
  RungReached: climbed,
  RungsEnded: climbed,
  Resolved: resolved,
  Reopened: reopened,
  RequesterWrote: wrote,
  ResolutionConfirmed: confirmed,
  AssuranceRaised: state => without(state, 'confirming'),
  TextErased: state => state,
  ...noticeEvolvers,
  ...alertEvolvers,
  IdentityDisputed: (state, { at, data }) => movedTo(without(state, 'confirming'), at, data.custody, 'disputed'),
};

function opened({ at, learned, data }: FactOf<'EscalationOpened'>, before: State): Held {
  const to = placement(data.custody.party, data.custody.team, data.custody.person);
  return {
    status: 'held',
    id: data.escalation,
    openedAt: at,
    knownSince: learned,
    terms: data.terms,
    termsSince: at,
    custody: [{ at, to, how: 'opened' }],
    marks: [{ at, is: 'start' }],
    stops: [],
    holds: [],
    offers: [],
    transfers: [],
    asks: [],
    refusals: {},
    worked: [],
    said: [],
    native: to,
    nativeAt: at,
    ...takenOver(before),
  };
}

/** Whether a state may have forgotten deliveries that caused a fact of it. */
export const hasForgotten = ({ causes }: Open): boolean => causes.length >= REMEMBERED;

const remember = (state: Open, cause: string): Open =>
  state.causes.includes(cause) ? state : { ...state, causes: [...state.causes, cause].slice(-REMEMBERED) };

/**
 * The state after one more fact. Only facts change state, and any fact after the opening applies to any open state.
 *
 * @throws LedgerError `corrupt` when a ledger does not begin with its opening, `newer-version` for an unknown fact.
 */
export function evolve(state: State, fact: Fact): State {
  if (fact.type === 'EscalationOpened') return remember(opened(fact, state), fact.cause);
  if (state.status === 'unopened') {
    throw new LedgerError('corrupt', `The ledger begins with ${fact.type}; the fact that opens it is missing.`);
  }
  if (!Object.hasOwn(evolvers, fact.type)) {
    throw new LedgerError('newer-version', `This Baton does not know the fact ${fact.type}. Update the app.`);
  }
  const step = evolvers[fact.type] as Evolve<FactType>;
  return remember(withoutOffer(step(state, fact), fact.at), fact.cause);
}

/** The state that all facts of a ledger add up to, oldest first. */
export const stateOf = (facts: readonly Fact[], from: State = { status: 'unopened' }): State =>
  facts.reduce<State>(evolve, from);
