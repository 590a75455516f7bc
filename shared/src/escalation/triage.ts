import {
  awaySince,
  isThere,
  partyOfTeam,
  type BoundaryTerms,
  type Directory,
  type HoldingParty,
  type TicketFacts,
} from '../agreement';
import type { TicketEvent, TicketEventOf } from '../ticket';
import { fact, refuse, type Context, type Decision } from './decision';
import type { FactOf, NewFact } from './events';
import type { Offer, Offered, Open, State } from './state';

/** Who sorts what is offered to a party, where its cell says that somebody does and they are there. */
export function sorterOf({ directory }: Context, to: HoldingParty, { triage }: BoundaryTerms, at: number) {
  const { coordinator } = directory.parties[to];
  return triage !== undefined && isThere(directory, coordinator, at) ? { triage: coordinator } : {};
}

/** Whoever has to sort the offer went away since: its team is asked at once. */
export function sorterAway({ directory }: Context, state: Offered, event: TicketEvent): NewFact[] {
  const { triage, rungSince } = state.offer;
  const since = triage === undefined ? undefined : awaySince(directory, triage, event.at);
  return since === undefined ? [] : triageLapsed(state, event, Math.max(rungSince, since));
}

/** Whether somebody may sort what is offered to a party: its coordinator, and its lead in their place. */
export const maySort = ({ parties }: Directory, party: HoldingParty, person: string): boolean =>
  [parties[party].coordinator, parties[party].lead].includes(person);

/** Said to whoever would answer an offer that somebody has to sort first. */
export function notTheSorter({ directory }: Context, { to, triage }: Offer): Decision {
  const sorter = triage ?? directory.parties[to.party].coordinator;
  const name = directory.people[sorter]?.name ?? 'The coordinator';
  return refuse('not-the-sorter', `${name} sorts it first.`, 'Tell them what you know of it.');
}

/** The team that somebody who speaks for the party accepts it for; undefined where they accept for themself. */
export function acceptedFor(
  context: Context,
  { offer }: Offered,
  { team, actor }: TicketEventOf<'AcceptHandoff'>,
): string | Decision | undefined {
  if (team === undefined) return offer.triage === undefined ? undefined : offer.to.team;
  if (!maySort(context.directory, offer.to.party, actor.person ?? '')) return notTheSorter(context, offer);
  if (partyOfTeam(context.directory, team) === offer.to.party) return team;
  return refuse('unknown-team', 'That is no team of the receiver.', 'Choose one of the teams listed.');
}

/** Nobody sorted it in time. */
export const triageLapsed = ({ offer: { handoff } }: Offered, event: TicketEvent, at: number): NewFact[] => [
  fact(event, 'TriageLapsed', { handoff }, { at }),
];

/** The team it was offered to is asked from now on. */
export function unsorted(state: Open, { at, data: { handoff } }: FactOf<'TriageLapsed'>): Open {
  if (state.status !== 'offered' || state.offer.handoff !== handoff) return state;
  const offer = Object.fromEntries(
    Object.entries(state.offer).filter(([name]) => name !== 'triage'),
  ) as unknown as Offer;
  const offers = state.offers.map(span => (span.handoff === handoff ? { ...span, triage: { askedAt: at } } : span));
  return { ...state, offers, offer: { ...offer, rungSince: at } };
}

type Classified = Pick<TicketFacts, 'workType' | 'priority'>;

/** Whether two say the same of the kind of work a ticket is. */
export const isSameClass = (one: Classified, other: Classified): boolean =>
  one.workType === other.workType && one.priority === other.priority;

/** What the desk calls the ticket, as far as is known. */
export const deskClass = ({ reclassified, terms }: Open): Classified => reclassified ?? terms;

/**
 * What kind of work a ticket is when its promises are looked up: what its coordinator said of it, until the desk itself
 * says something new.
 */
export function classifiedAs(state: State, event: TicketEvent, facts: TicketFacts): TicketFacts {
  if (event.type === 'Reclassify') return { ...facts, workType: event.workType, priority: event.priority };
  if (state.status === 'unopened' || !state.reclassified || !isSameClass(state.reclassified, facts)) return facts;
  const { workType, priority } = state.terms;
  return { ...facts, workType, priority };
}
