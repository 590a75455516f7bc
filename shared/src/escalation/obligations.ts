import type { Reading } from '../clock';
import { dueAfter } from '../time';
import type { Ask } from './ask';
import { heldSince } from './custody';
import { hoursOf } from './hours';
import { owedApprovals } from './owedApprovals';
import { owedPacket } from './owedPacket';
import { holding, timed, until, type Obligation, type ObligationKind } from './owing';
import { answerStops, askHours, chaseDueAt, isAwaitingInfo, openAsks } from './openAsks';
import { promisePasses, promiseReading } from './promise';
import type { Open, Stalemate } from './state';
import { answerHours, answerWithin, claimDueAt, claimWithin, offerDueAt, unclaimedSince } from './targets';
import { owedUpdates } from './updates';

function promised(state: Open, kind: 'respond' | 'resolve', now: number): Obligation[] {
  const reading = promiseReading(state, kind, now);
  const target = state.terms[kind];
  if (!reading || !target) return [];
  const name = `${kind} ${target.within} ${target.calendar}`;
  const passes = (elapsed: number): number => promisePasses(state, kind, elapsed);
  return [{ kind, name, ...holding(state), since: state.openedAt, ...read(reading), passes }];
}

const read = ({ dueAt, remaining, status, within }: Reading) => ({
  dueAt,
  remaining,
  isPaused: status === 'paused',
  within,
});

function answerOffer(state: Open, now: number): Obligation[] {
  if (state.status !== 'offered') return [];
  const { offer, terms } = state;
  const { to, crossing, handoff, rung, rungSince: since } = offer;
  const except = answerStops(state, offer, now);
  const span = { since, dueAt: offerDueAt(state, now), within: answerWithin(state), except };
  const clock = {
    ...timed(answerHours(terms, { crossing, team: to.team }), span, now),
    isPaused: isAwaitingInfo(state),
  };
  if (offer.triage === undefined)
    return [{ kind: 'acknowledge', name: `acknowledge ${handoff}/${rung}`, ...to, ...clock }];
  return [{ kind: 'triage', name: `triage ${handoff}`, party: to.party, person: offer.triage, ...clock }];
}

function claim(state: Open, now: number): Obligation[] {
  const owing = holding(state);
  if (owing.person !== undefined || state.status === 'stalemate' || state.status === 'offered') return [];
  const last = state.custody.length - 1;
  const since = unclaimedSince(state, last);
  const span = { since, dueAt: claimDueAt(state, last), within: claimWithin(state, owing.party) };
  const clock = timed(hoursOf(state.terms, owing.party, owing.team), span, now);
  return [{ kind: 'acknowledge', name: `acknowledge ${since}`, ...owing, ...clock }];
}

function nextAction(state: Open, now: number): Obligation[] {
  if (!state.promised || state.status === 'stalemate') return [];
  const owing = holding(state);
  const { handoff, deadline, before } = state.promised;
  const since = state.offers.filter(span => span.handoff === handoff).at(-1)?.to ?? heldSince(state);
  const hours = hoursOf(state.terms, owing.party, owing.team);
  const clock = timed(hours, until(hours, since, deadline), now);
  // What was put off may be warned of again.
  const name = `next-action ${handoff}${before === undefined ? '' : ` until ${deadline}`}`;
  return [{ kind: 'next-action', name, ...owing, ...clock }];
}

/** When the tie-break owner must have decided, epoch ms: in their own party's hours (rules §5.4). */
export function decideDueAt(state: Stalemate): number {
  const { decide } = state.terms.boundaries[state.crossing].tieBreak;
  return dueAfter(hoursOf(state.terms, state.ownerParty), state.since, decide);
}

function decide(state: Open, now: number): Obligation[] {
  if (state.status !== 'stalemate') return [];
  const { ownerParty: party, owner: person, since, crossing } = state;
  const span = { since, dueAt: decideDueAt(state), within: state.terms.boundaries[crossing].tieBreak.decide };
  return [{ kind: 'decide', name: `decide ${since}`, party, person, ...timed(hoursOf(state.terms, party), span, now) }];
}

const respond = (state: Open, now: number): Obligation[] =>
  state.firstReplyAt === undefined ? promised(state, 'respond', now) : [];

const resolve = (state: Open, now: number): Obligation[] => promised(state, 'resolve', now);

function answer(state: Open, ask: Ask, now: number): Obligation {
  const hours = askHours(state, ask);
  return { kind: 'answer', name: ask.id, ...ask.of, ...timed(hours, until(hours, ask.at, ask.answerBy), now) };
}

/** What whoever holds it owes on an Ask from when its answer is late: nothing is said of it before it is due. */
function chase(state: Open, ask: Ask, now: number): Obligation[] {
  const dueAt = chaseDueAt(state, ask, Infinity);
  if (dueAt === undefined) return [];
  const holder = holding(state);
  const clock = timed(hoursOf(state.terms, holder.party, holder.team), { since: dueAt, dueAt, within: 0 }, now);
  const since = Math.max(ask.answerBy, ask.chasedAt ?? 0);
  return [{ kind: 'chase', name: `${ask.id} chase ${ask.chased + 1}`, ...holder, ...clock, since }];
}

const onAsks = (state: Open, now: number): Obligation[] =>
  openAsks(state).flatMap(ask => [answer(state, ask, now), ...chase(state, ask, now)]);

const updates = (state: Open, now: number): Obligation[] =>
  owedUpdates(state).map(({ audience, hours, ...span }) => ({
    kind: 'update',
    name: `update ${audience} ${span.since}`,
    audience,
    ...holding(state),
    ...timed(hours, span, now),
  }));

const kinds = [decide, owedApprovals, answerOffer, claim, nextAction, respond, onAsks, updates, owedPacket, resolve];

/** Every clock that is not done at `now`, whether or not it is what a party has to look at next. */
export const running = (state: Open, now: number): readonly Obligation[] =>
  state.status === 'resolved' || state.status === 'gone' ? [] : kinds.flatMap(owes => owes(state, now));

/** Those that are looked at while an offer stands. */
const standing: ReadonlySet<ObligationKind> = new Set(['acknowledge', 'triage', 'answer', 'chase', 'resolve']);

/**
 * Everything that is owed at `now`, most pressing first. While an offer is open the receiver owes one thing (the
 * answer) and the giver one standing thing (to resolve), whatever was asked besides; nothing is owed once the ticket is
 * resolved (law 5).
 */
export function obligations(state: Open, now: number): readonly Obligation[] {
  const owed = running(state, now).filter(({ kind, since }) => kind !== 'chase' || since <= now);
  if (state.status === 'offered') return owed.filter(({ kind }) => standing.has(kind));
  return [...owed].sort((a, b) => a.dueAt - b.dueAt);
}
