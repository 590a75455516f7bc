import type { Pause } from '../clock';
import { dueAfter, openSegments, subtractSegments } from '../time';
import type { Ask } from './ask';
import { hoursOf, resolveHours } from './hours';
import type { OfferSpan, Open } from './state';
import { receiverOf } from './targets';

/** The part of `[from, to)` in which an offer's receiver was closed, as pairs in epoch ms. */
function closedBetween(state: Open, offer: OfferSpan, from: number, to: number): (readonly [number, number])[] {
  if (to <= from) return [];
  const hours = hoursOf(state.terms, receiverOf(offer), offer.team);
  return subtractSegments([[from, to]], openSegments(hours, from, to));
}

/** The part of an offer's time until `now` in which its receiver was closed. */
export const closedWithin = (state: Open, offer: OfferSpan, now: number): (readonly [number, number])[] =>
  closedBetween(state, offer, offer.from, Math.min(offer.to ?? now, now));

function stopsOf(state: Open, offer: OfferSpan, now: number): Pause[] {
  if (state.terms.boundaries[offer.crossing].closedReceiver !== 'wait and stop') return [];
  const from = Math.max(offer.from, state.termsSince);
  const closed = closedBetween(state, offer, from, Math.min(offer.to ?? now, now));
  return closed.map(([start, end]) => ({ from: start, to: end, whom: receiverOf(offer) }));
}

/** When (epoch ms) a stop that began at `at` has lasted as long as the agreement lets anybody be waited for. */
function longestStop(terms: Open['terms'], party: Ask['of']['party'], at: number): number {
  const longest = terms.holds?.longest[party];
  return longest === undefined ? Infinity : dueAfter(resolveHours(terms), at, longest);
}

/** A blocking Ask stops the customer's clock only of a party that the cell says so of (rules §3.6), and no longer than a pause may last. */
function stopOf({ terms, termsSince }: Open, { of, at, until, isBlocking }: Ask, now: number): Pause[] {
  const from = Math.max(at, termsSince);
  const to = Math.min(until ?? now, now, longestStop(terms, of.party, at));
  const isStopped = isBlocking && from < to && terms.asks?.stopClock.includes(of.party);
  return isStopped ? [{ from, to, whom: of.party }] : [];
}

/**
 * Stretches until `now` in which the customer's clock does not run because the agreement says so: an offer stood while
 * its receiver was closed (`wait and stop`), or a blocking Ask was open. What earlier terms had stopped stays stopped.
 */
export const agreedStops = (state: Open, now: number): readonly Pause[] => [
  ...state.stops,
  ...state.offers.flatMap(offer => stopsOf(state, offer, now)),
  ...state.asks.flatMap(ask => stopOf(state, ask, now)),
];
