import { crossingTo } from '../agreement';
import { clockOf } from '../clock';
import type { TicketEventOf } from '../ticket';
import { dueAfter } from '../time';
import { custodian, heldSince } from './custody';
import { fact } from './decision';
import type { NewFact } from './events';
import { hoursOf } from './hours';
import { isCommanded } from './command';
import { openAsks } from './openAsks';
import type { Open, State } from './state';

/** How long (service ms) an acceptance lasts for whoever holds the ticket; undefined where the agreement says nothing. */
export const leaseOf = (state: Open): number | undefined =>
  state.terms.boundaries[crossingTo(custodian(state).party)].lease;

/** Instants at which the holder was at work on it, or had a reason not to be. */
const signs = (state: Open): readonly number[] => [
  heldSince(state),
  state.termsSince,
  state.workedAt ?? 0,
  state.major?.mitigatedAt ?? 0,
  ...(state.deletions ?? []).map(({ until = 0 }) => until),
  ...state.offers.flatMap(({ from, to = from }) => [from, to]),
  ...state.asks.flatMap(({ at, until = at, chasedAt = at }) => [at, until, chasedAt]),
  ...clockOf(state.marks).pauses.map(({ to }) => to),
  ...clockOf(state.marks).gaps.map(({ to }) => to),
];

/** Since when nobody of the holder is known to have worked on it, epoch ms. */
export const idleSince = (state: Open): number => Math.max(...signs(state));

/**
 * When (epoch ms) an acceptance lapses that nobody works on: in the holder's hours, not before an Ask is due and not
 * while a hold lasts or somebody commands it. Undefined where nobody has it, or nothing lapses.
 */
export function leaseEndsAt(state: State): number | undefined {
  if (state.status !== 'held' || isCommanded(state) || clockOf(state.marks).status === 'paused') return undefined;
  const { party, team, person } = custodian(state);
  const lease = leaseOf(state);
  if (person === undefined || team === undefined || lease === undefined) return undefined;
  const ends = dueAfter(hoursOf(state.terms, party, team), idleSince(state), lease);
  return Math.max(ends, ...openAsks(state).map(({ answerBy }) => answerBy));
}

/** Nobody worked on it: the same party has it, unclaimed. */
export function leaseLapsed(state: Open, event: TicketEventOf<'TimePassed'>, at: number): NewFact[] {
  const { party, team, person } = custodian(state);
  if (person === undefined || team === undefined) return [];
  return [fact(event, 'LeaseLapsed', { person, to: { party, team } }, { at })];
}
