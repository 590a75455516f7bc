import type { HoldingParty } from '../agreement';
import { dueAfter, type Calendar } from '../time';
import { isAgreed, type Ask } from './ask';
import { custodian } from './custody';
import { everyHour, hoursAs, hoursOf } from './hours';
import type { Offered, OfferSpan, Open } from './state';

/** What is asked and not answered yet, oldest first. */
export const openAsks = ({ asks }: Open): readonly Ask[] => asks.filter(({ until }) => until === undefined);

const MOST_ANSWERED = 3;

/** What was answered in words, the last few, oldest first: whoever holds it works with that. */
export const answeredAsks = ({ asks }: Open): readonly Ask[] =>
  asks
    .filter(({ ended, texts }) => ended === 'answered' && texts['answer'] !== undefined)
    .sort((one, other) => (one.until ?? 0) - (other.until ?? 0))
    .slice(-MOST_ANSWERED);

/** The Ask of this name that is still open. */
export const openAsk = (state: Open, id: string): Ask | undefined => openAsks(state).find(ask => ask.id === id);

/** The party that chases and withdraws an Ask: whoever holds the ticket now, unless the other party asked. */
export const ownerOf = (state: Open, { asker }: Ask): HoldingParty => asker ?? custodian(state).party;

/** The hours in which an Ask is to be answered: those of whoever owes it. */
export function askHours({ terms }: Open, { of, hours, route }: Ask): Calendar {
  if (route !== undefined) return everyHour();
  if (of.party !== 'vendor') return hoursOf(terms, of.party, of.team);
  return hours === undefined ? everyHour() : hoursAs(hours);
}

/**
 * When the holder must have chased an Ask next, epoch ms, in the holder's hours: one cadence after its answer became
 * late or after the last chase. Undefined while it is not late, or where it is not the holder's but the other party's or the agreement's.
 */
export function chaseDueAt(state: Open, ask: Ask, now: number): number | undefined {
  if (ask.asker !== undefined || isAgreed(ask) || now < ask.answerBy) return undefined;
  const { party, team } = custodian(state);
  return dueAfter(hoursOf(state.terms, party, team), Math.max(ask.answerBy, ask.chasedAt ?? 0), ask.chase);
}

/** The question that holds up the answer to an offer: the first only (rules §3.6), answered since or not. */
export const questionOf = ({ asks }: Pick<Open, 'asks'>, { handoff }: Pick<OfferSpan, 'handoff'>): Ask | undefined =>
  asks.find(ask => ask.handoff === handoff);

/** Whether the receiver's time to answer stands still: the giver owes them information. */
export const isAwaitingInfo = (state: Offered): boolean => {
  const question = questionOf(state, state.offer);
  return question !== undefined && question.until === undefined;
};

/** The stretch until `now` in which an offer's answer stood still, as `[from, to]` pairs in epoch ms. */
export function answerStops(state: Open, offer: Pick<OfferSpan, 'handoff'>, now: number): [number, number][] {
  const question = questionOf(state, offer);
  return question ? [[question.at, question.until ?? Math.max(now, question.at)]] : [];
}
