import type { TicketEvent } from '../ticket';
import { acts } from './acts';
import { heldSince } from './custody';
import { alertDeciders } from './decideAlert';
import { decideCaseTold } from './decideCaseTold';
import { decideAccept, decideDecline, decideWithdraw } from './decideAnswer';
import { decideAnswerAsk, decideChase, decideRefer, decideWithdrawAsk } from './decideAskEnd';
import { decideAsk, decideNeedInfo } from './decideAsk';
import { nothing, type Context, type Decision } from './decision';
import { decideChildSeen, decideParentSeen } from './decideChild';
import { decideDeleted, decideJoined, decideMerged, decideRestored, whileGone } from './decideGone';
import { decideErase } from './decideErase';
import { decideDisputeHold, decidePlaceHold } from './decideHold';
import { decideFollowMajor, decideLeaveMajor } from './decideFollow';
import {
  decideDeclareMajor,
  decideFlagged,
  decideMitigated,
  decideOpenBridge,
  decideTakeCommand,
  decideUnflagged,
} from './decideMajor';
import { decideMoved, decideOpened } from './decideMove';
import { noticeDeciders } from './decideNotices';
import { decideOffer } from './decideOffer';
import { decideDirectoryRead } from './decidePeople';
import { decideAcceptAsItIs, decideTakeBack } from './decideRepair';
import { decideRecordAnswer } from './decideRecord';
import { decideRecordApproval } from './decideRecordApproval';
import { decideAskOverride } from './decideAskOverride';
import { decideApprove, decideRefuse } from './decideOverride';
import { decideReclassify } from './decideReclassify';
import { decideReturn, decideStalemate } from './decideReturn';
import { decideSettle } from './decideSettle';
import { decideLeaveOut, decideOfferShift, decideTakeShift } from './decideShift';
import {
  decideDueRead,
  decideReopened,
  decideReplied,
  decideReprioritised,
  decideResolved,
  decideWorked,
} from './decideStatus';
import { decideTimePassed } from './decideTime';
import { decideMoveToVersion } from './decideVersion';
import { decideCustomerReplied, decideWaitingEnded, decideWaitingStarted } from './decideWaiting';
import type { Open, State } from './state';
import { decideJudge } from './verdict';

type Decide<T extends TicketEvent['type']> = (
  context: Context,
  state: State,
  event: Extract<TicketEvent, { type: T }>,
) => Decision;

const deciders: { readonly [T in TicketEvent['type']]: Decide<T> } = {
  TicketOpened: decideOpened,
  TicketMoved: decideMoved,
  TicketReprioritised: decideReprioritised,
  MoveToVersion: decideMoveToVersion,
  DueTimesRead: decideDueRead,
  WaitingStarted: decideWaitingStarted,
  WaitingEnded: decideWaitingEnded,
  CustomerReplied: decideCustomerReplied,
  TicketResolved: decideResolved,
  TicketReopened: decideReopened,
  PublicReplySent: decideReplied,
  WorkNoted: decideWorked,
  OfferHandoff: decideOffer,
  AcceptHandoff: decideAccept,
  Reclassify: decideReclassify,
  AskOverride: decideAskOverride,
  ApproveOverride: decideApprove,
  RefuseOverride: decideRefuse,
  RecordApproval: decideRecordApproval,
  JudgeEscalation: decideJudge,
  DeclineHandoff: decideDecline,
  ReturnHandoff: decideReturn,
  RecordAnswer: decideRecordAnswer,
  WithdrawHandoff: decideWithdraw,
  AcceptAsItIs: decideAcceptAsItIs,
  TakeBack: decideTakeBack,
  SettleTransfer: decideSettle,
  DecideStalemate: decideStalemate,
  OfferShift: decideOfferShift,
  TakeShift: decideTakeShift,
  LeaveOutOfShift: decideLeaveOut,
  AskFor: decideAsk,
  NeedInfo: decideNeedInfo,
  AnswerAsk: decideAnswerAsk,
  ChaseAsk: decideChase,
  WithdrawAsk: decideWithdrawAsk,
  ReferCase: decideRefer,
  PlaceHold: decidePlaceHold,
  DisputeHold: decideDisputeHold,
  ParentSeen: decideParentSeen,
  ChildSeen: decideChildSeen,
  TicketDeleted: decideDeleted,
  TicketRestored: decideRestored,
  TicketMerged: decideMerged,
  TicketJoined: decideJoined,
  MajorFlagged: decideFlagged,
  MajorUnflagged: decideUnflagged,
  FollowMajor: decideFollowMajor,
  LeaveMajor: decideLeaveMajor,
  DeclareMajor: decideDeclareMajor,
  TakeCommand: decideTakeCommand,
  OpenBridge: decideOpenBridge,
  SayMitigated: decideMitigated,
  EraseText: decideErase,
  DirectoryRead: decideDirectoryRead,
  ...noticeDeciders,
  CaseTold: decideCaseTold,
  ...alertDeciders,
  TimePassed: decideTimePassed,
};

/** What is asked of Baton is about what is so now, however the browser's and the desk's clocks differ. */
function asked<T extends TicketEvent>(state: State, event: T): T {
  if (state.status === 'unopened' || !acts.has(event.type)) return event;
  return { ...event, at: Math.max(event.at, ...happened(state)) };
}

/** Epoch ms of what is known to have come before anything that is asked now. */
const happened = (state: Open): readonly number[] => [
  heldSince(state),
  ...state.offers.slice(-1).map(({ from, to = from }) => to),
  ...state.asks.map(({ at, chasedAt = at, until = chasedAt }) => until),
  ...(state.shift ? [state.shift.at] : []),
  ...state.transfers.slice(-1).map(({ at, until = at }) => until),
];

/** What was seen before the escalation began changes nothing in it; the time before a reopening is over. */
const isBefore = (state: State, { type, at }: TicketEvent): boolean =>
  state.status !== 'unopened' && at < state.openedAt && !acts.has(type);

/** What Baton looks at by itself, as often as it likes. */
const looks: ReadonlySet<TicketEvent['type']> = new Set(['TimePassed', 'DirectoryRead'] as const);

const isKnown = (state: State, { deliveryId, type }: TicketEvent): boolean =>
  !looks.has(type) && state.status !== 'unopened' && state.causes.includes(deliveryId);

/**
 * What one ticket event means in a state: the facts to append, or a refusal to tell the person who asked. Total,
 * synchronous, without clock or I/O; a delivery that already caused a fact means nothing more.
 */
export function decide(context: Context, state: State, event: TicketEvent): Decision {
  if (isKnown(state, event) || isBefore(state, event)) return nothing;
  const gone = whileGone(context, state, event, acts.has(event.type));
  if (gone) return gone;
  return (deciders[event.type] as Decide<TicketEvent['type']>)(context, state, asked(state, event) as never);
}

/** Whether deciding this event needs the terms that the agreement gives the ticket now. */
export function needsTerms(state: State, event: TicketEvent): boolean {
  if (state.status === 'unopened') return event.type === 'TicketOpened' || event.type === 'TicketMoved';
  return ['TicketReprioritised', 'TicketReopened', 'Reclassify', 'MoveToVersion'].includes(event.type);
}
