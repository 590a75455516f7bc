import type { Placement } from '../agreement';
import type { FactOf } from './events';
import { confirming, namedIn } from './evolveClaim';
import { held, lies, lying, movedTo, settled, without } from './evolveCustody';
import type { CustodyEntry, Held, Offer, OfferSpan, Open, Promised } from './state';

type Answer = OfferSpan['answer'] & string;

const endedOffers = ({ offers }: Open, handoff: string, at: number, answer: Answer): readonly OfferSpan[] =>
  offers.map(span => (span.handoff === handoff ? { ...span, to: at, answer } : span));

const answered = (state: Open, handoff: string, at: number, answer: Answer): Held => ({
  ...held(state),
  offers: endedOffers(state, handoff, at, answer),
});

const spanOf = ({ offers }: Open, handoff: string): OfferSpan | undefined =>
  offers.find(span => span.handoff === handoff);

const offerOf = (fact: FactOf<'HandoffOffered'>): Offer => ({
  handoff: fact.data.handoff,
  crossing: fact.data.crossing,
  to: fact.data.to as Offer['to'],
  by: fact.by.person ?? fact.by.rule ?? 'unknown',
  reason: fact.data.reason,
  deadline: fact.data.deadline,
  offeredAt: fact.at,
  rung: 0,
  rungSince: fact.at,
  texts: fact.texts ?? {},
  ...(fact.data.returns === undefined ? {} : { returns: fact.data.returns }),
  ...(fact.data.triage === undefined ? {} : { triage: fact.data.triage }),
});

/** An offer stands; whoever refuses, takes or lets it lapse ends it. */
export function offered(state: Open, fact: FactOf<'HandoffOffered'>): Open {
  const { handoff, crossing, to, returns, triage } = fact.data;
  const span: OfferSpan = {
    ...{ handoff, crossing, team: to.team, from: fact.at },
    ...(returns === undefined ? {} : { returns }),
    ...(triage === undefined ? {} : { triage: {} }),
  };
  const base = without(held(state), 'withdrawn');
  return { ...base, status: 'offered', offer: offerOf(fact), offers: [...state.offers, span] };
}

/** An offer of these terms is refused: once more across its boundary. */
export function refused(state: Open, fact: FactOf<'HandoffDeclined' | 'HandoffReturned'>): Held {
  const { handoff } = fact.data;
  const span = spanOf(state, handoff);
  const next = answered(state, handoff, fact.at, fact.type === 'HandoffDeclined' ? 'declined' : 'returned');
  if (!span) return next;
  const refusals = { ...next.refusals, [span.crossing]: (next.refusals[span.crossing] ?? 0) + 1 };
  return { ...next, refusals };
}

/** The giver keeps it; what was offered is remembered, since somebody may have taken it a moment before. */
export function withdrawn(state: Open, fact: FactOf<'HandoffWithdrawn'>): Held {
  const { handoff } = fact.data;
  const next = answered(state, handoff, fact.at, 'withdrawn');
  return { ...next, withdrawn: askedOf(state, handoff) };
}

/** What an offer asked of whoever takes it. */
function askedOf(state: Open, handoff: string): Promised {
  if (state.status === 'offered') return { handoff, deadline: state.offer.deadline, texts: state.offer.texts };
  const known = [state.withdrawn, state.promised].find(promise => promise?.handoff === handoff);
  return known ?? { handoff, deadline: 0, texts: {} };
}

/**
 * Custody once an offer was taken at `entry.at`. What the giver's side still did afterwards, not knowing, is no
 * custody any more, nor is the acceptance that was deemed because this one had not arrived.
 */
function takenOver(custody: readonly CustodyEntry[], entry: CustodyEntry, span: OfferSpan | undefined) {
  const until = custody.filter(({ at }) => at <= entry.at);
  const later = custody.slice(until.length);
  const first = later.findIndex(({ to }) => to.party === entry.to.party);
  const after = first < 0 ? [] : later.slice(first);
  const isSuperseded = after[0]?.how === 'deemed' && after[0].at === span?.to;
  return [...until, entry, ...(isSuperseded ? after.slice(1) : after)];
}

const isDeemed = (how: FactOf<'HandoffAccepted'>['data']['how']): boolean => how === 'deemed' || how === 'by work';

/** The receiver has it from the instant of the fact on, and owes what it promised. */
export function accepted(state: Open, fact: FactOf<'HandoffAccepted'>): Open {
  const { handoff, how, deadline } = fact.data;
  const to = fact.data.to as Placement;
  const span = spanOf(state, handoff);
  const { texts } = askedOf(state, handoff);
  const custody = takenOver(state.custody, { at: fact.at, to, how: isDeemed(how) ? 'deemed' : 'accepted' }, span);
  const base = state.status === 'offered' ? held(state) : state;
  const offers = endedOffers(state, handoff, fact.at, 'accepted');
  const refusals = { ...state.refusals, ...(span ? { [span.crossing]: 0 } : {}) };
  const next: Open = { ...settled(state, { ...base, custody }), offers, refusals };
  const promised: Open = { ...without(next, 'withdrawn'), promised: { handoff, deadline, texts } };
  return confirming(lies(promised, fact.at, to), fact, state.status === 'offered' ? state.offer.named : undefined);
}

/** The desk moved the ticket under the offer, which is no acceptance. */
export function movedUnderOffer(state: Open, fact: FactOf<'MoveFollowedOffer'>): Open {
  const next = lying(state, fact);
  if (next.status !== 'offered' || next.offer.handoff !== fact.data.handoff) return next;
  const unnamed = Object.entries(next.offer).filter(([key]) => key !== 'named');
  return { ...next, offer: { ...(Object.fromEntries(unnamed) as unknown as Offer), ...namedIn(fact) } };
}

/** The offer, never custody, is with the next rung. */
export function lapsed(state: Open, { at, data }: FactOf<'OfferLapsed'>): Open {
  if (state.status !== 'offered') return state;
  const { rung, to, because } = data;
  const missed = because === undefined ? ({ isMissed: true } as const) : {};
  return {
    ...state,
    offer: { ...state.offer, ...missed, rung, rungSince: at, ...(to ? { to: to as Offer['to'] } : {}) },
  };
}

/** The backup has to answer now, in the time that is left. */
export const backupCalled = (state: Open, { data }: FactOf<'BackupCalled'>): Open =>
  state.status === 'offered' ? { ...state, offer: { ...state.offer, to: data.to as Offer['to'] } } : state;

/** The receiver works on it already. */
export const begun = (state: Open, { at, data }: FactOf<'AcceptanceAsked'>): Open =>
  state.status === 'offered'
    ? { ...state, offer: { ...state.offer, working: { to: data.to as Offer['to'], at } } }
    : state;

/** Nobody is left to ask: these people owe the decision. */
export const ladderEnded = (state: Open, { data }: FactOf<'LadderEnded'>): Open =>
  state.status === 'offered' ? { ...state, offer: { ...state.offer, owed: data.owed } } : state;

/** The default holder has it until the tie-break owner decides. */
export const deadlocked = (state: Open, { at, data }: FactOf<'StalemateReached'>): Open => ({
  ...movedTo(held(state), at, data.holder, 'stalemate'),
  status: 'stalemate',
  crossing: data.crossing,
  owner: data.owner,
  ownerParty: data.ownerParty,
  since: at,
});
