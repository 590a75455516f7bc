import type { HoldingParty, WaitedFor } from '../agreement';
import { clockOf, type Clock } from '../clock';
import { elapsedWithin } from '../time';
import { custodyAt } from './custody';
import { resolveHours } from './hours';
import type { OfferSpan, Open } from './state';
import { joined, type RunningAs, type Stretch, type User } from './stretch';
import { claimDueAt, receiverOf, spanDueAt } from './targets';
import { transferAt } from './openTransfer';
import { agreedStops, closedWithin } from './waiting';

type Kind =
  | { is: 'running'; usedBy: User; accountable: HoldingParty; as: RunningAs }
  | { is: 'paused'; waitedFor: WaitedFor }
  | undefined;

interface Span {
  readonly from: number;
  readonly to: number;
}

const covers = (span: Span, at: number): boolean => span.from <= at && at < span.to;

/** How an unanswered offer's time divides: when its target passes, and when its receiver is closed. */
interface OfferShape {
  readonly span: OfferSpan;
  readonly to: number;
  readonly due: number;
  readonly closed: readonly (readonly [number, number])[];
}

interface Picture {
  readonly state: Open;
  readonly clock: Clock;
  readonly until: number;
  readonly pauses: readonly (Span & { readonly whom: WaitedFor })[];
  readonly offers: readonly OfferShape[];
  readonly unclaimed: readonly (Span & { readonly due: number; readonly party: HoldingParty })[];
}

function offerShape(state: Open, span: OfferSpan, until: number): OfferShape {
  const { closedReceiver } = state.terms.boundaries[span.crossing];
  const closed = closedReceiver === 'on call' ? [] : closedWithin(state, span, until);
  return { span, to: span.to ?? Infinity, due: spanDueAt(state, span, until), closed };
}

const unclaimedSpans = (state: Open): Picture['unclaimed'] =>
  state.custody.flatMap(({ at, to }, index) => {
    if (to.person !== undefined) return [];
    const end = state.custody[index + 1]?.at ?? Infinity;
    return [{ from: at, to: end, party: to.party, due: claimDueAt(state, index) }];
  });

function pausesUntil(state: Open, clock: Clock, until: number): Picture['pauses'] {
  const present = clock.status === 'paused' ? [{ from: clock.pausedAt, to: Infinity, whom: clock.whom }] : [];
  return [...clock.pauses, ...present, ...agreedStops(state, until)];
}

function pictureOf(state: Open, now: number): Picture {
  const clock = clockOf(state.marks);
  const until = clock.status === 'stopped' ? clock.stoppedAt : Math.max(now, state.openedAt);
  return {
    state,
    clock,
    until,
    pauses: pausesUntil(state, clock, until),
    offers: state.offers.map(span => offerShape(state, span, until)),
    unclaimed: unclaimedSpans(state),
  };
}

function cutsOf({ state, clock, until, pauses, offers, unclaimed }: Picture): number[] {
  const cuts = [
    state.openedAt,
    until,
    ...state.custody.map(entry => entry.at),
    ...[...pauses, ...clock.gaps, ...unclaimed].flatMap(span => [span.from, span.to]),
    ...unclaimed.map(span => span.due),
    ...state.transfers.flatMap(transfer => [transfer.at, transfer.until ?? until]),
    ...(state.earlier ?? []).flatMap(({ from, to }) => [from, to]),
    ...(state.deletions ?? []).flatMap(gone => [gone.at, gone.until ?? until]),
    ...state.asks.flatMap(ask => [ask.at, ask.answerBy, ask.until ?? until]),
    ...offers.flatMap(offer => [offer.span.from, offer.to, offer.due, ...offer.closed.flat()]),
  ];
  const inside = cuts.filter(cut => cut >= state.openedAt && cut <= until);
  return [...new Set(inside)].sort((a, b) => a - b);
}

function offeredAt({ offers }: Picture, at: number, giver: HoldingParty): Kind {
  const offer = offers.find(({ span, to }) => covers({ from: span.from, to }, at));
  if (!offer) return undefined;
  if (at >= offer.due) return { is: 'running', usedBy: receiverOf(offer.span), accountable: giver, as: 'unanswered' };
  const isClosed = offer.closed.some(([from, to]) => covers({ from, to }, at));
  return { is: 'running', usedBy: giver, accountable: giver, as: isClosed ? 'outside their hours' : 'offered' };
}

/** Nobody has it in their hands who was given it: whoever moved it answers for that. */
function unbatonedAt({ state }: Picture, at: number): Kind {
  const transfer = transferAt(state, at);
  return transfer && { is: 'running', usedBy: 'nobody', accountable: transfer.accountable, as: 'un-batoned' };
}

/** Before its own opening the time was spent on the ticket that was merged into it. */
const earlierAt = ({ state }: Picture, at: number): Kind => state.earlier?.find(span => covers(span, at));

/** It was deleted: nobody could use the time, and whoever deleted it answers for that. */
function deletedAt({ state }: Picture, at: number): Kind {
  const gone = state.deletions?.find(({ at: from, until = Infinity }) => covers({ from, to: until }, at));
  return gone && { is: 'running', usedBy: 'nobody', accountable: gone.accountable, as: 'deleted' };
}

function pausedAt({ pauses }: Picture, at: number): Kind {
  const pause = pauses.find(span => covers(span, at));
  return pause && { is: 'paused', waitedFor: pause.whom };
}

function kindAt(picture: Picture, at: number): Kind {
  if (picture.clock.gaps.some(gap => covers(gap, at))) return undefined;
  const { party } = custodyAt(picture.state, at).to;
  const known = pausedAt(picture, at) ?? earlierAt(picture, at) ?? deletedAt(picture, at);
  return known ?? offeredAt(picture, at, party) ?? unbatonedAt(picture, at) ?? heldAt(picture, at, party);
}

/** It cannot go on without an answer: the party asked uses the time; where several are, the one that is late. */
function askedAt({ state }: Picture, at: number, party: HoldingParty): Kind {
  const blocking = state.asks.filter(ask => ask.isBlocking && ask.at <= at && at < (ask.until ?? Infinity));
  const late = blocking.find(({ answerBy }) => at >= answerBy);
  const ask = late ?? blocking[0];
  return ask && { is: 'running', usedBy: ask.of.party, accountable: party, as: late ? 'asked past target' : 'asked' };
}

function heldAt(picture: Picture, at: number, party: HoldingParty): Kind {
  const unclaimed = picture.unclaimed.find(span => covers(span, at));
  const isLate = unclaimed !== undefined && at >= unclaimed.due;
  if (isLate) return { is: 'running', usedBy: 'nobody', accountable: party, as: 'unclaimed past target' };
  const inHand = { is: 'running', usedBy: party, accountable: party, as: unclaimed ? 'unclaimed' : 'in hand' } as const;
  return askedAt(picture, at, party) ?? inHand;
}

/**
 * The open time from opening to `now` (epoch ms) as consecutive stretches: every running minute with who used it and
 * who was accountable, every paused one with whom it waited for (rules §5.1, §5.2). Their `ms` add up exactly to the
 * service time on the resolve calendar, gaps between resolving and reopening left out.
 */
export function waterfall(state: Open, now: number): readonly Stretch[] {
  const picture = pictureOf(state, now);
  const calendar = resolveHours(state.terms);
  const cuts = cutsOf(picture);
  const pieces = cuts.slice(0, -1).flatMap((from, index) => {
    const kind = kindAt(picture, from);
    const to = cuts[index + 1] ?? from;
    return kind ? [{ ...kind, from, to, ms: elapsedWithin(calendar, from, to) } as Stretch] : [];
  });
  return pieces.reduce(joined, []);
}
