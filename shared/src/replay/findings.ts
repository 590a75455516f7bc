import { crossingTo, type Crossing, type HoldingParty } from '../agreement';
import {
  causesOfBreach,
  hoursOf,
  resolveReading,
  waterfall,
  type Cause,
  type Fact,
  type FactOf,
  type Open,
  type Stretch,
} from '../escalation';
import { elapsedWithin } from '../time';
import { exposedHours } from './exposure';
import type { Simulated } from './simulate';

/** One move across a boundary. Instants in epoch ms, waits in ms of the receiver's hours. */
export interface Crossed {
  readonly crossing: Crossing;
  readonly at: number;
  /** Nobody had claimed it yet: sent on, not handed off. */
  readonly isRouting: boolean;
  /** Until somebody of the receiving party was first seen at it, or until the end of the case or the move back. */
  readonly waitMs: number;
  readonly isTaken: boolean;
  /** Whether the wait was longer than the agreement gives to acknowledge. */
  readonly isLate: boolean;
  /** It came back within the time that the receiver may have it in hand. */
  readonly isReturned: boolean;
}

/** What Baton would have seen in one case. */
export interface Findings {
  readonly id: string;
  readonly cell: string;
  /** Epoch ms. */
  readonly opened: number;
  readonly moves: Readonly<Record<'claims' | 'passes' | 'routings' | 'handoffs', number>>;
  readonly crossed: readonly Crossed[];
  /** Time from opening to the end on the resolve calendar, ms; running stretches and paused ones add up to it. */
  readonly stretches: readonly Stretch[];
  readonly openMs: number;
  /** Hours of the week in which nobody had accepted it, with ms of them. */
  readonly exposed: readonly (readonly [hour: number, ms: number])[];
  /** Share of the resolve target that was used. */
  readonly used: number;
  /** Epoch ms of the first warning about the resolve target, and of its breach. */
  readonly warnedAt?: number;
  readonly breachedAt?: number;
  readonly causes: readonly Cause[];
  readonly isResolved: boolean;
}

const ofType = <T extends Fact['type']>(facts: readonly Fact[], ...types: T[]): FactOf<T>[] =>
  facts.filter((fact): fact is FactOf<T> => (types as string[]).includes(fact.type));

type CrossingFact = FactOf<'Routed'> | FactOf<'UnbatonedTransfer'>;

const partiesBefore = (facts: readonly Fact[], seq: number): HoldingParty | undefined => {
  let party: HoldingParty | undefined;
  for (const fact of facts) {
    if (fact.seq >= seq) break;
    if (fact.type === 'EscalationOpened') party = fact.data.custody.party;
    else if (fact.type === 'Routed' || fact.type === 'CustodyFollowed') party = fact.data.to.party;
  }
  return party;
};

const isAcross = (facts: readonly Fact[], { data, seq }: CrossingFact): boolean => {
  const before = partiesBefore(facts, seq);
  return before === undefined ? false : before !== data.to.party;
};

/** The move itself was taken, or taken back. */
function isAnswered(fact: Fact, { data }: CrossingFact): boolean {
  if (fact.type === 'Claimed') return fact.data.to.party === data.to.party;
  if (fact.type !== 'CustodyFollowed' && fact.type !== 'TransferUndone') return false;
  return !('transfer' in data) || fact.data.transfer === data.transfer;
}

const ENDING: ReadonlySet<string> = new Set(['Resolved', 'Routed', 'UnbatonedTransfer']);

/** What ends the wait for a receiver: they take it, or it goes elsewhere. */
const endOf = (facts: readonly Fact[], move: CrossingFact): Fact | undefined =>
  facts.find(fact => fact.seq > move.seq && (isAnswered(fact, move) || ENDING.has(fact.type)));

const isTaking = (fact: Fact | undefined): boolean => fact?.type === 'Claimed' || fact?.type === 'CustodyFollowed';

const isUndoing = (fact: Fact | undefined): boolean => fact?.type === 'TransferUndone';

/** Whether it came back so soon that it should not have gone. */
function isReturned(state: Open, move: CrossingFact, back: Fact | undefined): boolean {
  const { party, team } = move.data.to;
  const { hold, acknowledge } = state.terms.boundaries[crossingTo(party)];
  return (
    back !== undefined && elapsedWithin(hoursOf(state.terms, party, team), move.at, back.at) <= (hold ?? acknowledge)
  );
}

function crossedBy(state: Open, { facts, until }: Simulated, move: CrossingFact, next: Fact | undefined): Crossed {
  const { party, team } = move.data.to;
  const end = endOf(facts, move);
  const waitMs = elapsedWithin(hoursOf(state.terms, party, team), move.at, Math.max(move.at, end?.at ?? until));
  const crossing = crossingTo(party);
  return {
    crossing,
    at: move.at,
    isRouting: move.type === 'Routed',
    waitMs,
    isTaken: isTaking(end),
    isLate: waitMs > state.terms.boundaries[crossing].acknowledge,
    isReturned: isReturned(state, move, isUndoing(end) ? end : next),
  };
}

const firstAt = (facts: readonly (FactOf<'WarningGiven'> | FactOf<'Breached'>)[]): number | undefined =>
  facts.find(({ data }) => data.kind === 'resolve')?.at;

const present = (name: string, value: number | undefined): object => (value === undefined ? {} : { [name]: value });

/**
 * What one simulated case shows; undefined where no cell of the agreement governs it.
 *
 * @param zone - IANA zone of the hours of the week
 */
export function findingsOf(id: string, simulated: Simulated, zone: string): Findings | undefined {
  const { state, facts, until } = simulated;
  if (state.status === 'unopened') return undefined;
  const all = waterfall(state, until);
  const moves = ofType(facts, 'Routed', 'UnbatonedTransfer').filter(fact => isAcross(facts, fact));
  const { elapsed, within } = resolveReading(state, until);
  const breachedAt = firstAt(ofType(facts, 'Breached'));
  return {
    id,
    cell: state.terms.cell,
    opened: facts[0]?.at ?? until,
    stretches: all,
    exposed: exposedHours(state, all, zone),
    openMs: all.reduce((sum, { ms }) => sum + ms, 0),
    moves: {
      claims: ofType(facts, 'Claimed').length + ofType(facts, 'CustodyFollowed').length,
      passes: ofType(facts, 'Passed', 'TransferFollowed').length,
      routings: moves.filter(({ type }) => type === 'Routed').length,
      handoffs: moves.filter(({ type }) => type === 'UnbatonedTransfer').length,
    },
    crossed: moves.map((move, index) => crossedBy(state, simulated, move, moves[index + 1])),
    used: within === 0 ? 1 : elapsed / within,
    ...present('warnedAt', firstAt(ofType(facts, 'WarningGiven'))),
    ...present('breachedAt', breachedAt),
    causes: breachedAt === undefined ? [] : causesOfBreach(state, until),
    isResolved: state.status === 'resolved',
  };
}
