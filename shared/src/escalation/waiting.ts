import type { Pause } from '../clock';
import { openSegments, subtractSegments } from '../time';
import { hoursOf } from './hours';
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

/**
 * Stretches until `now` in which an offer stood while the receiver was closed, where the agreement says
 * `wait and stop`: the customer's clock does not run in them. What earlier terms had stopped stays stopped.
 */
export const agreedStops = (state: Open, now: number): readonly Pause[] => [
  ...state.stops,
  ...state.offers.flatMap(offer => stopsOf(state, offer, now)),
];
