export { custodian, custodyAt, holderIn, heldSince, isSamePlacement, partySince } from './custody';
export { isReturnRefused, stalemateDeciders } from './answering';
export { mayErase } from './decideErase';
export { decide, needsTerms } from './decider';
export { isDueNews } from './decideStatus';
export type { Context, Decision, Written } from './decision';
export { nextDue } from './decideTime';
export { takenUpAt } from './takenUp';
export { evolve, hasForgotten, stateOf } from './evolve';
export { obligationKinds } from './facts/warningFacts';
export { factBySchema, factData } from './events';
export type { Fact, FactData, FactOf, FactType, NewFact } from './events';
export { decideDueAt, obligations } from './obligations';
export { causesOfBreach } from './causes';
export type { Cause, CauseKind } from './causes';
export { countedByBaton, resolveReading } from './promise';
export type { Obligation, ObligationKind } from './owing';
export { observe, remember } from './observe';
export { guardMove, guardTransition } from './guard';
export { calendarOf, hoursOf, resolveHours, targetHours } from './hours';
export { answeredAsks, askHours, chaseDueAt, isAwaitingInfo, openAsks, ownerOf, questionOf } from './openAsks';
export { askableVendor, mayAnswerAsk } from './askedOf';
export { isOnePress } from './decideAskEnd';
export { askTarget } from './askTarget';
export { isPageHeld } from './decidePaged';
export { isUncounted } from './uncounted';
export type { Alert } from './alert';
export { isAgreed, type Ask, type AskEnd } from './ask';
export { isBound, passAsks, type PassAsks } from './passing';
export { leaseEndsAt, leaseOf } from './lease';
export { presentHold, voidAt } from './pauseEnds';
export { commanders, isCommanded, isFlagged, packetOwedSince } from './command';
export type { Major } from './major';
export { confirmsAt, levelOf } from './resolution';
export { endedStays, type Stay } from './stays';
export { broughtBy, type Brought } from './merge';
export type { Deletion, GoneHow, Merge } from './gone';
export { occasionsOf, type Occasion } from './occasions';
export { openShift } from './openShift';
export type { Shift } from './shift';
export { approvalCode, approvalIn, approvalText } from './approvalWords';
export { isOverridden, missingApprovals, openOverrides, overrideAt } from './openOverrides';
export { byLead } from './override';
export type { Override, OverrideEnd } from './override';
export { approversOf, approvesFor, exceptionOf, mayAsk, ruleFor } from './exception';
export { isSpokesperson, spokesperson, type Speaker } from './spokesperson';
export { verdictFor, type Verdict } from './verdict';
export type { Hold, HoldReview } from './hold';
export { packetBytes, PACKET_LIMIT, utf8Bytes, isNothingSaid } from './packet';
export type { Waiting } from './notice';
export { aheadOf, inTurn } from './turns';
export { outboxDueAt, outboxOf, type Outbox } from './outbox';
export { deliveryFailures } from './facts/noticeFacts';
export { unopened } from './state';
export { isInside, counting, openTransfer, settleAt } from './openTransfer';
export { answerHours, offerDueAt } from './targets';
export { classifiedAs, deskClass, maySort } from './triage';
export type {
  CustodyEntry,
  CustodyHow,
  Gone,
  Held,
  Offer,
  Offered,
  OfferSpan,
  Open,
  Promised,
  Resolved,
  Stalemate,
  State,
} from './state';
export type { Transfer, TransferEnd } from './transfer';
export { waterfall } from './waterfall';
export type { RunningAs, Stretch, User } from './stretch';
