import fc from 'fast-check';
import { peopleOfTeam, type Placement, type Terms } from '../../shared/src/agreement';
import { custodian, openAsks, unopened, type Fact, type Open, type State } from '../../shared/src/escalation';
import { advance, readHistory, type Advanced, type History, type Ports } from '../../shared/src/ledger';
import type { Actor, Asked, TicketEvent } from '../../shared/src/ticket';
import { storyDirectory, warnedTerms } from '../support/agreement';
import { instant, packet, story, type Happening } from '../support/story';

type Priority = 1 | 2 | 3 | 4;

/** One thing that will be told to Baton. Instants in epoch ms. */
interface Drawn {
  readonly deliveryId: string;
  readonly at: number;
  readonly learned: number;
  readonly assurance: TicketEvent['assurance'];
  /** Somebody, or the n-th of those whose turn it is when this is told. */
  readonly by: Actor | number;
  readonly what: Happening;
  /** The ticket's priority from then on, where this is a change of it. */
  readonly priority: Priority;
}

/** A ticket's story in the order in which it reaches Baton, which need not be the order in which it happened. */
export interface DrawnStory {
  readonly closedReceiver: 'giver holds' | 'on call' | 'wait and stop';
  /** Everybody works at every hour, so that it does not matter in whose hours something is owed. */
  readonly isSleepless?: true;
  readonly deliveries: readonly Drawn[];
}

/** What may go wrong on the way of a delivery. */
export interface Mishaps {
  /** What the desk reports may arrive late, and so out of order. */
  readonly late: boolean;
  /** A delivery may arrive twice. */
  readonly twice: boolean;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const { people, teams } = storyDirectory;

const actorOf = (person: string): Actor => ({ person, ...(people[person] ? { party: people[person].party } : {}) });
const rule: Actor = { rule: 'auto-assign' };
const somebody = fc.constantFrom(...Object.keys(people));
const nth = fc.nat(5);
const anyone: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 6, arbitrary: somebody.map(actorOf) },
  { weight: 2, arbitrary: fc.constant(rule) },
  { weight: 1, arbitrary: fc.constantFrom<Actor>({}, { native: '4242' }) },
);
const mostlyRight = fc.oneof({ weight: 3, arbitrary: nth }, { weight: 1, arbitrary: anyone });

const placeOf = (team: string, person?: string): Placement => ({
  party: teams[team]?.party ?? 'client',
  team,
  ...(person === undefined ? {} : { person }),
});

/** Whose turn it is to answer what is asked, where somebody has a seat to do so. */
function askedPlace(state: Open): Placement | undefined {
  const of = openAsks(state).find(ask => ask.of.party !== 'vendor')?.of;
  return of?.party === 'vendor' ? undefined : of;
}

/** Whose turn it is: the receiver's while an offer stands, the decider's in a stalemate, else the holder's. */
function placeInTurn(state: Open, { type }: Happening): Placement {
  if (type === 'AnswerAsk') return askedPlace(state) ?? custodian(state);
  const isGivers = /^(OfferHandoff|WithdrawHandoff|WaitingStarted|AskFor|ChaseAsk|WithdrawAsk)$/.test(type);
  return state.status === 'offered' && !isGivers ? state.offer.to : custodian(state);
}

function personInTurn(state: State, what: Happening, number: number): Actor {
  if (state.status === 'unopened') return {};
  if (state.status === 'stalemate' && what.type === 'DecideStalemate') return actorOf(state.owner);
  const able = peopleOfTeam(storyDirectory, placeInTurn(state, what).team ?? '');
  const person = able[number % Math.max(1, able.length)];
  return person === undefined ? {} : actorOf(person);
}

const elsewhere = ({ party }: Placement): string => (party === 'msp' ? 'contoso-infra' : 'northwind-noc');

const offeredRightly = (what: Extract<Happening, { type: 'OfferHandoff' }>, place: Placement): Happening =>
  teams[what.team]?.party === place.party ? { ...what, team: elsewhere(place) } : what;

/** Those whose turn it is take the ticket in the team that has it, offer it to the other party, answer what is open. */
function rightly(what: Happening, state: Open, { person }: Actor): Happening {
  const place = placeInTurn(state, what);
  if ('ask' in what) return { ...what, ask: openAsks(state)[0]?.id ?? what.ask };
  if (what.type === 'OfferHandoff') return offeredRightly(what, place);
  if (what.type !== 'TicketMoved' || place.team === undefined) return what;
  return { ...what, to: placeOf(place.team, person) };
}

/** What a drawn happening comes to when it is told: who is right depends on what is so by then. */
function eventOf({ by, what, deliveryId, at, learned, assurance }: Drawn, state: State): TicketEvent {
  const actor = typeof by === 'number' ? personInTurn(state, what, by) : by;
  const about = { deliveryId, at, learned, assurance, actor, channel: 'test' };
  if (typeof by !== 'number' || state.status === 'unopened') return { ...about, ...what } as TicketEvent;
  return { ...about, ...rightly(what, state, actor) } as TicketEvent;
}

type Act = readonly [by: Actor | number, what: Happening];
const act = (by: fc.Arbitrary<Actor | number>, what: fc.Arbitrary<Happening>): fc.Arbitrary<Act> => fc.tuple(by, what);
const deadlines = fc.oneof(
  { weight: 6, arbitrary: fc.constant(instant('2026-06-01 12:00')) },
  { weight: 1, arbitrary: fc.constantFrom(instant('2026-03-02 12:00'), instant('2026-03-02 15:00')) },
);
const written = fc.oneof(
  { weight: 6, arbitrary: fc.constant(packet) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(packet)).map(field => ({ ...packet, [field]: ' n/a ' })) },
);

const moving = act(
  mostlyRight,
  fc
    .tuple(fc.constantFrom(...Object.keys(teams)), fc.option(somebody, { nil: undefined }))
    .map(([team, person]) => ({ type: 'TicketMoved', to: placeOf(team, person) })),
);
/** A rule, or somebody who sorts tickets, gives it to a team and names nobody. */
const sorting = act(
  fc.oneof(fc.constant(rule), anyone),
  fc.constantFrom(...Object.keys(teams)).map(team => ({ type: 'TicketMoved', to: placeOf(team) })),
);
const offering = act(
  mostlyRight,
  fc
    .record({ team: fc.constantFrom(...Object.keys(teams)), packet: written, deadline: deadlines })
    .map(offer => ({ type: 'OfferHandoff', reason: 'skills', ...offer })),
);
const answering = act(
  mostlyRight,
  fc.constantFrom<Happening>(
    { type: 'AcceptHandoff' },
    { type: 'AcceptHandoff' },
    { type: 'AcceptHandoff', deadline: instant('2026-03-02 13:00') },
    { type: 'DeclineHandoff', code: 'wrong-team', why: 'This belongs to storage' },
    { type: 'DeclineHandoff', code: 'wrong-team', why: '-' },
    { type: 'ReturnHandoff', guidance: 'Collect the array log first' },
    { type: 'ReturnHandoff', guidance: 'Ask the vendor first' },
    { type: 'WithdrawHandoff' },
    { type: 'DecideStalemate', party: 'msp' },
    { type: 'DecideStalemate', party: 'client' },
    { type: 'AcceptAsItIs', reason: 'urgent' },
    { type: 'TakeBack', why: 'It went to the wrong queue' },
  ),
);
/** Two minutes or more after a move without a handoff, a sweep looks at it. */
const settling = act(
  fc.constant<Actor>({ rule: 'baton' }),
  fc.record({ type: fc.constant('SettleTransfer' as const), alike: fc.constantFrom(1, 1, 5), isFirst: fc.boolean() }),
);
const statuses: fc.Arbitrary<Happening> = fc.constantFrom<Happening>(
  { type: 'WaitingStarted', whom: 'customer' },
  { type: 'WaitingStarted', whom: 'customer' },
  { type: 'WaitingStarted', whom: 'vendor' },
  { type: 'WaitingEnded' },
  { type: 'CustomerReplied' },
  { type: 'TicketResolved' },
  { type: 'TicketReopened' },
);
/** The holder says who is waited for; the other party may say otherwise. */
const holding = act(
  mostlyRight,
  fc.constantFrom<Happening>(
    { type: 'PlaceHold', whom: 'customer', asked: instant('2026-03-02 08:20') },
    { type: 'PlaceHold', whom: 'customer', asked: instant('2026-06-01 12:00') },
    { type: 'PlaceHold', whom: 'customer' },
    { type: 'DisputeHold', since: instant('2026-03-02 08:30') },
  ),
);
const working = act(
  mostlyRight,
  fc.constantFrom<Happening>(
    { type: 'PublicReplySent' },
    { type: 'WorkNoted' },
    { type: 'TicketReprioritised' },
    { type: 'TicketReprioritised' },
    { type: 'TimePassed' },
  ),
);

/** It becomes a major incident, and is one no longer. */
const commanding = act(
  mostlyRight,
  fc.constantFrom<Happening>(
    { type: 'DeclareMajor' },
    { type: 'MajorFlagged' },
    { type: 'MajorUnflagged' },
    { type: 'TakeCommand' },
    { type: 'SayMitigated' },
    { type: 'SayMitigated' },
  ),
);

/** One shift hands it over to the next. */
const shifting = act(
  mostlyRight,
  fc.constantFrom<Happening>(
    { type: 'OfferShift', shift: 's1', nextAction: 'Call the vendor back', deadline: instant('2026-03-02 15:00') },
    { type: 'OfferShift', shift: 's2', nextAction: 'Call the vendor back', deadline: instant('2026-06-01 12:00') },
    { type: 'TakeShift', shift: 's1', isAlone: true },
    { type: 'TakeShift', shift: 's2', isAlone: true },
    { type: 'LeaveOutOfShift', shift: 's1' },
  ),
);

/** It is deleted, and restored perhaps. */
const deleting = act(
  anyone,
  fc.constantFrom<Happening>(
    { type: 'TicketDeleted', how: 'deleted' },
    { type: 'TicketRestored' },
    { type: 'TicketRestored' },
  ),
);

const askable = fc.constantFrom<Asked>(
  ...Object.entries(teams).map(([team, { party }]) => ({ party, team })),
  { party: 'msp', person: 'grace' },
  { party: 'client', person: 'carla' },
  { party: 'msp' },
);
const asking = act(
  mostlyRight,
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('AskFor' as const),
        kind: fc.constantFrom('information' as const, 'approval' as const, 'escalate' as const, 'raise' as const),
        of: askable,
        question: fc.constantFrom('Which VLAN is db-2 in?', 'Which VLAN is db-2 in?', ' - '),
        isBlocking: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom<Happening>(
        { type: 'NeedInfo', question: 'Which array is it on?' },
        { type: 'AnswerAsk', ask: 'a1', answer: 'VLAN 42' },
        { type: 'AnswerAsk', ask: 'a2', answer: 'Array 7' },
        { type: 'ChaseAsk', ask: 'a1' },
        { type: 'WithdrawAsk', ask: 'a2' },
      ),
    },
  ),
);

const everything = fc.oneof(
  { weight: 3, arbitrary: moving },
  { weight: 3, arbitrary: sorting },
  { weight: 9, arbitrary: offering },
  { weight: 9, arbitrary: answering },
  { weight: 4, arbitrary: act(mostlyRight, statuses) },
  { weight: 3, arbitrary: holding },
  { weight: 3, arbitrary: working },
  { weight: 2, arbitrary: settling },
  { weight: 9, arbitrary: asking },
  { weight: 2, arbitrary: commanding },
  { weight: 3, arbitrary: shifting },
  { weight: 1, arbitrary: deleting },
);

/** Mostly minutes, sometimes the same instant, hours, or days beyond the window for reopening. */
const since = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 40 * minute }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 300 * minute }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 20 * day }) },
);
const rarely = (may: boolean): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: may ? 1 : 0, arbitrary: fc.integer({ min: 1, max: 90 * minute }) },
  );

/** Whether it is what a person asks of Baton: that arrives when it is asked. */
export const isAct = ({ type }: Pick<Happening, 'type'>): boolean =>
  /Handoff$|Hold$|^Decide|^AcceptAsItIs$|^TakeBack$|^Settle|^AskFor$|^NeedInfo$|Ask$|Shift$|^DeclareMajor$|^TakeCommand$|^SayMitigated$/.test(
    type,
  );

const stepOf = (acts: fc.Arbitrary<Act>, { late, twice }: Mishaps) =>
  fc.record({
    ...{ since, late: rarely(late), again: rarely(twice), act: acts },
    priority: fc.constantFrom<Priority>(1, 2, 3, 4),
    assurance: fc.constantFrom<TicketEvent['assurance']>('platform', 'platform', 'claimed'),
  });

type DrawnStep = ReturnType<typeof stepOf> extends fc.Arbitrary<infer Step> ? Step : never;

const opening: Drawn = {
  ...{ deliveryId: 'd0', at: instant('2026-03-02 08:30'), learned: instant('2026-03-02 08:30') },
  ...{ assurance: 'platform', by: {}, what: { type: 'TicketOpened', to: placeOf('contoso-desk') }, priority: 2 },
};

function inOrder(steps: readonly DrawnStep[]): readonly Drawn[] {
  let { at } = opening;
  const told = steps.flatMap((step, index): Drawn[] => {
    at += step.since;
    const [by, what] = step.act;
    const learned = at + (isAct(what) ? 0 : step.late);
    const { assurance, priority } = step;
    const once = { deliveryId: `d${index + 1}`, at, learned, assurance, by, what, priority };
    return step.again === 0 ? [once] : [once, { ...once, learned: learned + step.again }];
  });
  return [opening, ...told.sort((one, two) => one.learned - two.learned)];
}

const stories = (acts: fc.Arbitrary<Act>, mishaps: Mishaps): fc.Arbitrary<DrawnStory> =>
  fc.record({
    closedReceiver: fc.constantFrom('giver holds' as const, 'on call' as const, 'wait and stop' as const),
    deliveries: fc.array(stepOf(acts, mishaps), { minLength: 1, maxLength: 24, size: 'max' }).map(inOrder),
  });

/** Any story: claims, moves, offers, answers, pauses, resolving, reopening, other priorities, hours and nights. */
export const anyStory = (mishaps: Mishaps = { late: true, twice: true }): fc.Arbitrary<DrawnStory> =>
  stories(everything, mishaps);

/** Stories in which rules of the desk set the ticket's status, so that it counts whoever holds the ticket. */
export const storyUnderRules = (): fc.Arbitrary<DrawnStory> => {
  const unruled = everything.filter(([, { type }]) => !isStatus(type) && type !== 'PlaceHold');
  const ruled = act(fc.constant(rule), statuses);
  const drawn = stories(fc.oneof({ weight: 4, arbitrary: unruled }, { weight: 2, arbitrary: ruled }), {
    late: true,
    twice: false,
  });
  return drawn.map(one => ({ ...one, isSleepless: true as const }));
};

/** Whether it sets the ticket's status. */
export const isStatus = (type: Happening['type']): boolean =>
  /^(Waiting|CustomerReplied|TicketResolved|TicketReopened|TicketDeleted|TicketRestored)/.test(type);

/** What one delivery did. */
export interface Step {
  readonly event: TicketEvent;
  readonly before: State;
  readonly done: Advanced;
}

/** A story as it was told. */
export interface Told {
  readonly ports: Ports;
  readonly ticket: string;
  readonly steps: readonly Step[];
  readonly state: State;
  readonly history: History;
  /** The instant of the last delivery, epoch ms. */
  readonly now: number;
}

/** The promises a ticket of this priority has in a story. */
/** Whom the agreement calls meanwhile: more skill, more authority, and somebody else where it goes to and fro. */
const rungs: NonNullable<Terms['rungs']> = [
  { id: 'skill', when: { after: 3 * hour }, calls: { team: 'contoso-infra' } },
  { id: 'authority', when: { after: 5 * hour }, calls: { lead: 'holder' } },
  { id: 'to and fro', when: { toAndFro: true }, calls: { coordinator: 'other' } },
];

function promised({ closedReceiver, isSleepless }: DrawnStory, priority: Priority): Terms {
  const { hours, teamHours, ...terms } = warnedTerms({ priority });
  const always = { msp: 'always', client: 'always' };
  const boundaries = {
    'client>msp': { ...terms.boundaries['client>msp'], closedReceiver, lease: 5 * hour },
    'msp>client': { ...terms.boundaries['msp>client'], closedReceiver, lease: 5 * hour },
  };
  return { ...terms, boundaries, rungs, ...(isSleepless ? { hours: always, teamHours: {} } : { hours, teamHours }) };
}

/** Tells a story to the core over a ledger in memory, one delivery after the other. */
export async function tell(drawnStory: DrawnStory, more: Partial<Ports> = {}): Promise<Told> {
  const { deliveries } = drawnStory;
  let priority: Priority = 2;
  const { ports, ticket } = story({}, { terms: async () => promised(drawnStory, priority), ...more });
  const events = new Map<string, TicketEvent>();
  const steps: Step[] = [];
  let state: State = unopened;
  for (const drawn of deliveries) {
    const known = events.get(drawn.deliveryId);
    const event = { ...(known ?? eventOf(drawn, state)), learned: drawn.learned };
    events.set(drawn.deliveryId, event);
    if (!known && event.type === 'TicketReprioritised') priority = drawn.priority;
    const done = await advance(ports, ticket, [event]);
    steps.push({ event, before: state, done });
    state = done.state;
  }
  const history = await readHistory(ports.ledger, ticket, await ports.ledger.load(ticket));
  return { ports, ticket, steps, state, history, now: Math.max(...deliveries.map(({ learned }) => learned)) };
}

/** A story that has been told, as one whose actors are settled: told again it is the same, whatever is added to it. */
export const settled = (drawn: DrawnStory, { steps }: Told): DrawnStory => ({
  ...drawn,
  deliveries: drawn.deliveries.map((delivery, index) => {
    const { actor: by, deliveryId, at, learned, assurance, ...what } = steps[index]!.event;
    return { ...delivery, deliveryId, at, learned, assurance, by, what: what as Happening };
  }),
});

/** A story at whose end, epoch ms, somebody looks. */
export const lookedAt = (drawn: DrawnStory, at: number): DrawnStory => ({
  ...drawn,
  deliveries: [
    ...drawn.deliveries,
    { ...opening, deliveryId: 'looked', at, learned: at, by: { rule: 'baton' }, what: { type: 'TimePassed' } },
  ],
});

/** The facts of the escalation that is open now: a reopening after the window begins another in the same ledger. */
function ownFacts({ history }: Told): readonly Fact[] {
  const last = history.facts.map(({ type }) => type).lastIndexOf('EscalationOpened');
  return history.facts.slice(Math.max(0, last));
}

interface Standing {
  readonly is: 'running' | 'waiting' | 'resolved';
  readonly since: number;
  readonly isHeld: boolean;
}

type Change = (standing: Standing, fact: Fact) => Standing;

const being =
  (is: Standing['is'], isHeld = false): Change =>
  (_, { at }) => ({ is, since: at, isHeld });
const voided: Change = (standing, fact) =>
  fact.type === 'WaitingVoided' && !standing.isHeld && fact.data.since === standing.since
    ? being('running')(standing, fact)
    : standing;

/** What a person would make of a fact about waiting, while the ticket stands so. */
const next: Record<Standing['is'], Partial<Record<Fact['type'], Change>>> = {
  running: {
    WaitingStarted: being('waiting'),
    HoldPlaced: being('waiting', true),
    Resolved: being('resolved'),
  },
  waiting: {
    HoldPlaced: standing => ({ ...standing, isHeld: true }),
    WaitingEnded: being('running'),
    WaitingVoided: voided,
    Resolved: being('resolved'),
  },
  resolved: { Reopened: being('running') },
};

/** What was said to be waited for, or was answered, is a pause once it is over; anything else never was. */
const isPause = (before: Standing, after: Standing, fact: Fact): boolean =>
  before.is === 'waiting' &&
  after.is !== 'waiting' &&
  (before.isHeld || (fact.type === 'WaitingEnded' && fact.data.because === 'reply'));

/** The pauses a person would draw from the facts alone, `[from, to)` in epoch ms: those for the customer. */
export function pausesOf(told: Told, now: number): [number, number][] {
  const pauses: [number, number][] = [];
  let standing: Standing = { is: 'running', since: 0, isHeld: false };
  for (const fact of [...ownFacts(told)].sort((one, two) => one.at - two.at || one.seq - two.seq)) {
    const before = standing;
    standing = next[before.is][fact.type]?.(before, fact) ?? before;
    if (isPause(before, standing, fact)) pauses.push([before.since, fact.at]);
  }
  return standing.is === 'waiting' ? [...pauses, [standing.since, Math.max(standing.since, now)]] : pauses;
}

/** Drawn stories take longer than one that was written; ms. */
jest.setTimeout(60_000);

/** Holds for drawn stories; the same draws every time, so that a failure is one of the code. */
export const holdsFor = <Story>(
  drawn: fc.Arbitrary<Story>,
  check: (story: Story) => Promise<void>,
  numRuns = 20,
): Promise<void> => fc.assert(fc.asyncProperty(drawn, check), { seed: 20260302, numRuns });
