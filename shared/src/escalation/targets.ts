import { crossingTo, type HoldingParty, type Terms } from '../agreement';
import { dueAfter, type Calendar } from '../time';
import { everyHour, hoursOf } from './hours';
import { answerStops } from './openAsks';
import type { CustodyEntry, Offered, OfferSpan, Open } from './state';

/** The party that an offer of this crossing goes to. */
export const receiverOf = ({ crossing }: Pick<OfferSpan, 'crossing'>): HoldingParty =>
  crossing === 'client>msp' ? 'msp' : 'client';

/** The hours an offer has to be answered in: the receiver's, or every hour where somebody is on call. */
export function answerHours(terms: Terms, { crossing, team }: Pick<OfferSpan, 'crossing' | 'team'>): Calendar {
  if (terms.boundaries[crossing].closedReceiver === 'on call') return everyHour();
  return hoursOf(terms, receiverOf({ crossing }), team);
}

/** How long (service ms) the rung that has the offer now may take to answer. */
export function answerWithin({ terms, offer }: Offered): number {
  const { acknowledge, ladder, triage = acknowledge } = terms.boundaries[offer.crossing];
  if (offer.triage !== undefined) return triage;
  return offer.rung === 0 ? acknowledge : (ladder[offer.rung - 1]?.acknowledge ?? acknowledge);
}

/**
 * When the rung that has the offer now must have answered, epoch ms. While that stands still for want of information:
 * when it would be due if it went on at `now`.
 */
export function offerDueAt(state: Offered, now: number): number {
  const { terms, offer } = state;
  const hours = answerHours(terms, { crossing: offer.crossing, team: offer.to.team });
  return dueAfter(hours, offer.rungSince, answerWithin(state), { except: answerStops(state, offer, now) });
}

/** When whoever an offer was made to must have sorted or answered it, epoch ms; read at `now` as {@link offerDueAt} is. */
export function spanDueAt(state: Open, span: OfferSpan, now: number): number {
  const { acknowledge, triage = acknowledge } = state.terms.boundaries[span.crossing];
  const isToSort = span.triage !== undefined && span.triage.askedAt === undefined;
  const since = span.triage?.askedAt ?? span.from;
  const except = answerStops(state, span, now);
  return span.due ?? dueAfter(answerHours(state.terms, span), since, isToSort ? triage : acknowledge, { except });
}

function entryOf({ custody }: Open, index: number): CustodyEntry {
  const entry = custody[index];
  if (!entry) throw new RangeError('There is no such entry of custody.');
  return entry;
}

/**
 * Since when (epoch ms) a party had it without anybody claiming it, at the `index`th entry of custody: passing it on
 * among its teams wins no time.
 */
export function unclaimedSince(state: Open, index: number): number {
  const { at, to } = entryOf(state, index);
  const until = state.custody.filter(entry => entry.at <= at);
  const taken = until.map(entry => entry.to.party !== to.party || entry.to.person !== undefined).lastIndexOf(true);
  return until[taken + 1]?.at ?? at;
}

/** How long (service ms) a party may take to claim what it was not handed over. */
export const claimWithin = ({ terms }: Open, party: HoldingParty): number =>
  terms.boundaries[crossingTo(party)].acknowledge;

/** When somebody must have claimed what lay unclaimed at the `index`th entry of custody, epoch ms. */
export function claimDueAt(state: Open, index: number): number {
  const { due, to } = entryOf(state, index);
  const hours = hoursOf(state.terms, to.party, to.team);
  return due ?? dueAfter(hours, unclaimedSince(state, index), claimWithin(state, to.party));
}

/** What has been judged by the present terms keeps its due instants when others replace them (rules §1.4). */
export function pinned<T extends Open>(state: T): T {
  const { offers, custody } = state;
  return {
    ...state,
    offers: offers.map(span => (span.to === undefined ? span : { ...span, due: spanDueAt(state, span, span.to) })),
    custody: custody.map((entry, index) => {
      const isOver = index < custody.length - 1 && entry.to.person === undefined;
      return isOver ? { ...entry, due: claimDueAt(state, index) } : entry;
    }),
  };
}
