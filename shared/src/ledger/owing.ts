import { crossingTo, type Directory, type HoldingParty } from '../agreement';
import { custodian, isPageHeld, type FactOf, type FactType, type NewFact, type Open, type State } from '../escalation';
import type { LedgerFact } from './chain';
import { closings } from './closing';
import { concernedBy, type Concerned } from './concerned';

/** A recipient of one message and how it is reached. */
type Route = Omit<FactOf<'NoticeOwed'>['data'], 'of' | 'about'>;

/** Where a boundary only watches, nobody of the receiving party hears but who leads it (rules §4.3). */
const isWatched = ({ terms }: Open, party: HoldingParty): boolean =>
  terms.boundaries[crossingTo(party)].mode === 'observe';

const known = (directory: Directory, channels: readonly string[] = []): readonly string[] => [
  ...new Set(channels.filter(name => directory.channels?.[name] !== undefined)),
];

function toParty(state: Open, directory: Directory, party: HoldingParty, people: readonly string[]): Route {
  const { notify, lead } = directory.parties[party];
  const own = people.filter(person => directory.people[person]?.party === party);
  return {
    to: { party },
    channels: isWatched(state, party) ? [] : [...known(directory, notify)],
    people: own.length === 0 ? [lead] : own,
  };
}

const toPerson = (directory: Directory, person: string): Route => ({
  to: { person },
  channels: [...known(directory, directory.people[person]?.notify)],
  people: [person],
});

/** Whoever saw a page is left alone with what is left of it: other channels and the ticket say it still. */
function quieted(state: Open, directory: Directory, route: Route, at: number): Route {
  const { party, person } = route.to;
  const theirs = party ?? directory.people[person ?? '']?.party;
  const isHeld = (theirs === 'msp' || theirs === 'client') && isPageHeld(state, theirs, at);
  const isLoud = (channel: string): boolean => directory.channels?.[channel]?.kind === 'pagerduty';
  return isHeld ? { ...route, channels: route.channels.filter(channel => !isLoud(channel)) } : route;
}

function routes(state: Open, directory: Directory, { parties, people }: Concerned, at: number): readonly Route[] {
  const all = [
    ...parties.map(party => toParty(state, directory, party, people)),
    ...people.map(person => toPerson(directory, person)),
  ];
  return all.map(route => quieted(state, directory, route, at)).filter(({ channels }) => channels.length > 0);
}

/** Whoever was paged hears no more of it once somebody has it in hand, or it is resolved. */
const pages: { readonly [T in FactType]?: 'acknowledge' | 'resolve' } = {
  HandoffAccepted: 'acknowledge',
  Claimed: 'acknowledge',
  ShiftTaken: 'acknowledge',
  Resolved: 'resolve',
};

function paging(state: Open, { type }: LedgerFact): readonly (Route & { readonly page: 'acknowledge' | 'resolve' })[] {
  const page = pages[type];
  const { party } = custodian(state);
  return page === undefined
    ? []
    : (state.paged ?? []).map(channel => ({ to: { party }, channels: [channel], people: [], page }));
}

const told = (state: Open, fact: LedgerFact, directory: Directory): readonly Route[] => {
  const concerned = concernedBy(state, fact);
  return concerned ? routes(state, directory, concerned, fact.learned) : [];
};

/** That it is over, in the agreed words. */
const closed = (state: Open, { type, learned }: LedgerFact, directory: Directory): readonly Route[] =>
  closings(directory, type).flatMap(({ audience, ...concerned }) =>
    routes(state, directory, concerned, learned).map(route => ({ ...route, audience })),
  );

/** How the desk itself tells the customer. */
const CUSTOMER = 'customer';

/** What a person sent the customer: the desk tells it. */
const released = ({ type, by, texts }: LedgerFact): readonly Route[] =>
  type === 'MessageReleased' && by.person !== undefined && texts?.['message'] !== undefined
    ? [{ to: { party: CUSTOMER }, channels: [CUSTOMER], people: [], as: by.person, message: texts['message'] }]
    : [];

/** A case that whoever logged it sent to the vendor's own desk. */
const posted = ({ type, data, by, texts }: LedgerFact): readonly Route[] =>
  type === 'Asked' && data.posted !== undefined && by.person !== undefined && texts?.['case'] !== undefined
    ? [{ to: { party: 'vendor' }, channels: [data.posted], people: [], as: by.person, message: texts['case'] }]
    : [];

function outside(state: Open, fact: LedgerFact, directory: Directory): readonly Route[] {
  if (directory.channels === undefined) return [];
  return [...told(state, fact, directory), ...closed(state, fact, directory), ...paging(state, fact), ...posted(fact)];
}

const aboutOf = ({ data }: LedgerFact): { about?: string } => ('name' in data ? { about: data.name } : {});

/**
 * The messages that a new fact owes: to the customer what a person sent them, and outside the ticket one for each party
 * and person it concerns that has a channel.
 */
export function owedBy(state: State, sealed: LedgerFact, directory: Directory): readonly NewFact[] {
  if (state.status === 'unopened') return [];
  const { at, learned, cause, seq: of } = sealed;
  const by = { rule: 'baton', assurance: 'platform', channel: 'clock' } as const;
  return [...released(sealed), ...outside(state, sealed, directory)].map(route => ({
    ...{ type: 'NoticeOwed', at, learned, by, cause },
    data: { of, ...aboutOf(sealed), ...route },
  })) as unknown as readonly NewFact[];
}
