import { crossingTo } from '../agreement';
import { custodian, type Open } from '../escalation';
import type { LedgerFact } from './chain';

/** The kinds of fact of which somebody is told. */
const tellingTypes = [
  'WarningGiven',
  'Breached',
  'OfferLapsed',
  'LadderEnded',
  'StalemateReached',
  'WaitingVoided',
  'LeaseLapsed',
  'HolderLeft',
  'BackupCalled',
  'MajorDeclared',
  'RungReached',
  'RungsEnded',
  'ShiftUntaken',
  'AlertOpened',
  'AlertRepeated',
  'AlertCleared',
  'AskAnswered',
  'OwnershipUnclear',
  'OverrideAsked',
  'OverrideApproved',
  'OverrideRefused',
  'OverrideExpired',
] as const;

/** A fact of which somebody is told. */
export type TellingFact = Extract<LedgerFact, { type: (typeof tellingTypes)[number] }>;

/** Facts of one moment, said in one message to everybody whom any of them concerns. */
export interface Telling {
  readonly is: 'tell';
  readonly key: string;
  /** Of the last fact: by it the message is found again. */
  readonly seq: number;
  readonly facts: readonly TellingFact[];
  /** Agreement ids of people, each once. */
  readonly people: readonly string[];
}

/** Whether somebody has to be told of a fact. */
export const isTelling = (fact: LedgerFact): fact is TellingFact =>
  (tellingTypes as readonly string[]).includes(fact.type);

/** Where a cell only watches, its agents hear nothing. */
const isWatched = ({ terms, offers }: Open): boolean =>
  terms.boundaries[offers.at(-1)?.crossing ?? 'client>msp'].mode === 'observe';

type OnRung = Extract<TellingFact, { type: 'OfferLapsed' | 'BackupCalled' }>;

function onRung(state: Open, { data: { to } }: OnRung): readonly string[] {
  return to?.person === undefined || isWatched(state) ? [] : [to.person];
}

/** Whoever holds it, or had it until then, unless the cell only watches. */
function holding(state: Open, person: string | undefined): readonly string[] {
  const { mode } = state.terms.boundaries[crossingTo(custodian(state).party)];
  return person === undefined || mode === 'observe' ? [] : [person];
}

type Whom = {
  readonly [T in TellingFact['type']]: (state: Open, fact: TellingFact & { type: T }) => readonly string[];
};

const whom: Whom = {
  WarningGiven: (_, { data }) => data.tell,
  Breached: (_, { data }) => data.tell,
  OfferLapsed: (state, fact) => [...onRung(state, fact), ...(fact.data.tell ?? [])],
  LadderEnded: (_, { data }) => data.owed,
  StalemateReached: (_, { data }) => [data.owner],
  WaitingVoided: state => holding(state, custodian(state).person),
  LeaseLapsed: (state, { data }) => holding(state, data.person),
  HolderLeft: (_, { data }) => data.tell,
  BackupCalled: onRung,
  MajorDeclared: (_, { data }) => data.tell,
  RungReached: (_, { data }) => data.tell,
  RungsEnded: (_, { data }) => data.owed,
  ShiftUntaken: (_, { data }) => data.tell,
  AlertOpened: (_, { data }) => data.tell,
  AlertRepeated: state => holding(state, custodian(state).person),
  OwnershipUnclear: (_, { data }) => data.tell,
  OverrideAsked: (_, { data }) => data.tell,
  OverrideApproved: (_, { data }) => data.tell,
  OverrideRefused: (_, { data }) => data.tell,
  OverrideExpired: (_, { data }) => data.tell,
  // A vendor's own desk has answered; whoever presses here tells it themself.
  AskAnswered: (state, { by }) => (by.party === 'vendor' ? holding(state, custodian(state).person) : []),
  AlertCleared: (state, { data }) => (data.isUnclaimed ? [] : holding(state, custodian(state).person)),
};

/** Who is told of a fact on the ticket: agreement ids of people. */
export const toldOf = (state: Open, fact: TellingFact): readonly string[] =>
  (whom[fact.type] as (state: Open, fact: TellingFact) => readonly string[])(state, fact);

/** Of one obligation only the last is news. */
const isOutdone = (fact: TellingFact, later: readonly TellingFact[]): boolean =>
  'name' in fact.data &&
  later.some(({ data }) => 'name' in data && 'name' in fact.data && data.name === fact.data.name);

/** What is to be said of these facts, oldest first: one message, or none where they concern nobody. */
export function tellingOf(state: Open, facts: readonly LedgerFact[]): readonly Telling[] {
  const telling = facts.filter(isTelling);
  const news = telling.filter((fact, index) => !isOutdone(fact, telling.slice(index + 1)));
  const people = [...new Set(news.flatMap(fact => toldOf(state, fact)))];
  const last = news.at(-1);
  return last === undefined || people.length === 0
    ? []
    : [{ is: 'tell', key: `${last.id}/tell`, seq: last.seq, facts: news, people }];
}
