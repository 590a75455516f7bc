import type { Crossing, Directory, Placement, Terms, TicketFacts, WaitedFor } from '../../shared/src/agreement';
import {
  custodian,
  obligations,
  resolveReading,
  waterfall,
  type Fact,
  type FactOf,
  type FactType,
  type Obligation,
  type Open,
  type State,
  type Stretch,
} from '../../shared/src/escalation';
import type { Reading } from '../../shared/src/clock';
import { advance, hashing, memoryLedger, readHistory, type Advanced, type Ports } from '../../shared/src/ledger';
import type { TicketEvent } from '../../shared/src/ticket';
import { storyDirectory, storyTerms } from './agreement';

type Without<T> = T extends TicketEvent
  ? Omit<T, 'deliveryId' | 'at' | 'learned' | 'actor' | 'channel' | 'assurance'>
  : never;
/** What happened, without the circumstances that {@link Story.happens} adds. */
export type Happening = Without<TicketEvent>;

/** Circumstances of a happening that a story can set otherwise. */
export interface Circumstances {
  readonly learned?: string;
  readonly deliveryId?: string;
  readonly assurance?: TicketEvent['assurance'];
  readonly rule?: string;
  /** Native id of somebody the agreement does not know. */
  readonly stranger?: string;
}

/** One thing that happens in a story: when, through whom, what, and anything unusual about it. */
export type Step = readonly [at: string, who: string | undefined, what: Happening, circumstances?: Circumstances];

/** A ticket's story told to the real core over a ledger in memory. Times are ISO instants. */
export interface Story {
  happens(at: string, who: string | undefined, what: Happening, circumstances?: Circumstances): Promise<Advanced>;
  state(): Promise<State>;
  facts(): Promise<readonly Fact[]>;
  /** `party/team/person` of the custodian. */
  holder(): Promise<string>;
  /** The state, which must be open. */
  open(): Promise<Open>;
  /** Types of all facts, oldest first. */
  types(): Promise<readonly string[]>;
  /** Warnings and breaches in the order in which they were written: when, what of whom, and who was to be told. */
  said(): Promise<readonly string[]>;
  /** The facts of one type. */
  factsOf<T extends FactType>(type: T): Promise<readonly FactOf<T>[]>;
  /** What is owed at an instant. */
  owed(at: string): Promise<readonly Obligation[]>;
  /** The resolve clock at an instant. */
  clock(at: string): Promise<Reading>;
  /** The waterfall at an instant, stretches without service time left out. */
  waterfall(at: string): Promise<readonly Stretch[]>;
  readonly ports: Ports;
  readonly ticket: string;
}

/** A complete packet, to be spoiled by tests. */
export const packet = {
  diagnosis: 'Disk latency on db-2 since 09:40, not load',
  actions: 'Restarted the replica, moved backups off the array',
  evidence: 'Latency graph, array log.txt',
  nextAction: 'Replace the volume behind db-2',
};

/** Epoch ms of an instant: ISO, or `2026-03-02 10:00` in UTC (10:00 in Lisbon, 11:00 in Madrid that winter). */
export const instant = (text: string): number => Date.parse(text.includes('T') ? text : `${text.replace(' ', 'T')}Z`);

/** How the story's ledgers are hashed. */
export const hashOf = hashing();

const whereText = ({ party, team, person }: Placement): string => [party, team ?? '-', person ?? '-'].join('/');

const known = (name: string, value: string | undefined): object => (value === undefined ? {} : { [name]: value });

/** Who did it, as a desk names them. */
const actorOf = (who: string | undefined, { rule, stranger }: Circumstances): object => ({
  ...known('person', who),
  ...known('party', who === undefined ? undefined : storyDirectory.people[who]?.party),
  ...known('rule', rule),
  ...known('native', stranger),
});

type Saying = FactOf<'WarningGiven'> | FactOf<'Breached'>;

const isSaid = (fact: Fact): fact is Saying => fact.type === 'WarningGiven' || fact.type === 'Breached';

/** `03-02 09:15 acknowledge of client: 50 %, to ana carla grace`, in UTC. */
function saidText({ at, data }: Saying): string {
  const when = new Date(at).toISOString().slice(5, 16).replace('T', ' ');
  const what = 'share' in data ? `${data.share} %` : 'breached';
  return `${when} ${data.kind} of ${data.person ?? data.team ?? data.party}: ${what}, to ${data.tell.join(' ') || 'nobody'}`;
}

/** Starts a story about one ticket; a P2 incident unless said otherwise. `adjust` changes its terms. */
export function story(about: Partial<TicketFacts> = {}, more: Partial<Ports> = {}): Story {
  let delivered = 0;
  const ticket = '4711';
  const ports: Ports = {
    ledger: memoryLedger(),
    origin: { desk: 'jira', tenant: 'site-1' },
    hash: hashOf,
    salt: name => `salt of ${name}`,
    directory: storyDirectory,
    forgetDraft: () => Promise.resolve(),
    terms: async () => storyTerms(about),
    title: 'Payroll database is slow',
    ...more,
  };
  const tell = (at: string, who: string | undefined, what: Happening, circumstances: Circumstances): TicketEvent => {
    return {
      deliveryId: circumstances.deliveryId ?? `d${++delivered}`,
      at: instant(at),
      learned: instant(circumstances.learned ?? at),
      actor: actorOf(who, circumstances),
      channel: 'test',
      assurance: circumstances.assurance ?? 'platform',
      ...what,
    } as TicketEvent;
  };
  const state = async (): Promise<State> => (await ports.ledger.load(ticket))?.page.state ?? { status: 'unopened' };
  const open = async (): Promise<Open> => {
    const now = await state();
    if (now.status === 'unopened') throw new Error('the story has no open escalation');
    return now;
  };
  const facts = async () => (await readHistory(ports.ledger, ticket, await ports.ledger.load(ticket))).facts;
  return {
    ports,
    ticket,
    happens: (at, who, what, circumstances = {}) => advance(ports, ticket, [tell(at, who, what, circumstances)]),
    state,
    open,
    facts,
    types: async () => (await facts()).map(fact => fact.type),
    said: async () => (await facts()).flatMap(fact => (isSaid(fact) ? [saidText(fact)] : [])),
    factsOf: async <T extends FactType>(type: T) =>
      (await facts()).filter(fact => fact.type === type) as unknown as readonly FactOf<T>[],
    owed: async at => obligations(await open(), instant(at)),
    clock: async at => resolveReading(await open(), instant(at)),
    waterfall: async at => waterfall(await open(), instant(at)).filter(stretch => stretch.ms > 0),
    holder: async () => {
      const now = await state();
      return now.status === 'unopened' ? 'nobody' : whereText(custodian(now));
    },
  };
}

/** A story in which these steps have happened. */
export async function given(told: Story, ...steps: readonly Step[]): Promise<Story> {
  for (const step of steps) await told.happens(...step);
  return told;
}

/** Contoso's service desk, where tickets of the story come in. */
export const desk = { party: 'client', team: 'contoso-desk' } as const;
export const infra = { party: 'client', team: 'contoso-infra' } as const;
export const noc = { party: 'msp', team: 'northwind-noc' } as const;
export const network = { party: 'msp', team: 'northwind-network' } as const;

const by = <P extends Placement>(place: P, person?: string): Placement =>
  person === undefined ? place : { ...place, person };

/** The ticket appears at Contoso's service desk. */
export const opens = (at: string): Step => [at, undefined, { type: 'TicketOpened', to: desk }];
/** Somebody gives the ticket to a team, or to a person in it. */
export const moves = (
  at: string,
  who: string | undefined,
  to: Placement,
  ...[person, more]: [person?: string | undefined, more?: Circumstances | undefined]
): Step => [at, who, { type: 'TicketMoved', to: by(to, person) }, ...(more ? [more] : ([] as const))] as Step;
/** Somebody takes the ticket themself in a team. */
export const takes = (at: string, who: string, team: Placement, more?: Circumstances): Step =>
  moves(at, who, team, who, more);
/** Somebody hands it off with a complete packet, to Northwind's NOC by four in the afternoon unless said otherwise. */
export const offers = (
  at: string,
  who: string,
  more: Partial<Extract<Happening, { type: 'OfferHandoff' }>> = {},
): Step => [
  at,
  who,
  {
    type: 'OfferHandoff',
    team: 'northwind-noc',
    reason: 'skills',
    deadline: instant('2026-03-02 16:00'),
    packet,
    ...more,
  },
];
export const accepts = (at: string, who: string, deadline?: string): Step => [
  at,
  who,
  { type: 'AcceptHandoff', ...(deadline === undefined ? {} : { deadline: instant(deadline) }) },
];
export const declines = (at: string, who: string, why = 'This belongs to the storage vendor'): Step => [
  at,
  who,
  { type: 'DeclineHandoff', code: 'wrong-party', why },
];
export const returns = (at: string, who: string, guidance = 'Collect the array log first'): Step => [
  at,
  who,
  { type: 'ReturnHandoff', guidance },
];
/** The receiver takes what came without a handoff. */
export const acceptsAsItIs = (at: string, who: string, reason = 'urgent'): Step => [
  at,
  who,
  { type: 'AcceptAsItIs', reason },
];
/** The giver takes back what went without a handoff. */
export const takesBack = (at: string, who: string, why = 'It went to the wrong queue'): Step => [
  at,
  who,
  { type: 'TakeBack', why },
];
/** A sweep looks at a move without a handoff: how many the mover made, and whether this one was first. */
export const settles = (at: string, alike = 1, isFirst = true): Step => [
  at,
  undefined,
  { type: 'SettleTransfer', alike, isFirst },
  { rule: 'baton' },
];
export const replies = (at: string, who: string): Step => [at, who, { type: 'PublicReplySent' }];
export const notes = (at: string, who: string): Step => [at, who, { type: 'WorkNoted' }];
export const withdraws = (at: string, who: string): Step => [at, who, { type: 'WithdrawHandoff' }];
export const resolves = (at: string, who: string): Step => [at, who, { type: 'TicketResolved' }];
export const reopens = (at: string, who?: string): Step => [at, who, { type: 'TicketReopened' }];
export const waits = (at: string, who: string, whom: WaitedFor = 'customer'): Step => [
  at,
  who,
  { type: 'WaitingStarted', whom },
];
/** Somebody says that it is the customer who is waited for: the last public message to them was at `asked`. */
export const holds = (at: string, who: string, asked = at): Step => [
  at,
  who,
  { type: 'PlaceHold', whom: 'customer', asked: instant(asked) },
];
/** The same, where the customer was asked nothing. */
export const holdsUnasked = (at: string, who: string): Step => [at, who, { type: 'PlaceHold', whom: 'customer' }];
export const disputes = (at: string, who: string, since: string): Step => [
  at,
  who,
  { type: 'DisputeHold', since: instant(since) },
];
export const customerReplies = (at: string, more: Circumstances = {}): Step => [
  at,
  undefined,
  { type: 'CustomerReplied' },
  more,
];
export const resumes = (at: string, who: string): Step => [at, who, { type: 'WaitingEnded' }];
/** Nothing happens; somebody looks at the clock. */
export const ticks = (at: string): Step => [at, undefined, { type: 'TimePassed' }];

/** A P2 incident that Ana of Contoso's service desk took at 09:05 on Monday, 2 March 2026. */
export const heldByAna = (told: Story = story()): Promise<Story> =>
  given(told, opens('2026-03-02 09:00'), takes('2026-03-02 09:05', 'ana', desk));
/** The same, offered to Northwind's NOC at 10:00. */
export const offeredByAna = async (told?: Story): Promise<Story> =>
  given(await heldByAna(told), offers('2026-03-02 10:00', 'ana'));
/** The same, accepted by Omar at 10:12. */
export const acceptedByOmar = async (told?: Story): Promise<Story> =>
  given(await offeredByAna(told), accepts('2026-03-02 10:12', 'omar'));

/** A story whose terms differ from the agreement's starter cell. */
export const storyWith = (adjust: (terms: Terms) => Terms, about: Partial<TicketFacts> = {}): Story =>
  story({}, { terms: async () => adjust(storyTerms(about)) });

/** Terms in which one crossing is handled otherwise. */
export const crossing =
  (name: Crossing, change: Partial<Terms['boundaries'][Crossing]>) =>
  (terms: Terms): Terms => ({
    ...terms,
    boundaries: { ...terms.boundaries, [name]: { ...terms.boundaries[name], ...change } },
  });

/** The story's directory with some people changed. */
export const people = (changes: Readonly<Record<string, Partial<Directory['people'][string]>>>): Directory => ({
  ...storyDirectory,
  people: Object.fromEntries(
    Object.entries(storyDirectory.people).map(([id, person]) => [id, { ...person, ...changes[id] }]),
  ),
});
