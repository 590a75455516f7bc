import { otherParty, type Audience } from '../agreement';
import { clockOf } from '../clock';
import { dueAfter, type Calendar } from '../time';
import { custodian } from './custody';
import { hoursOf, resolveHours } from './hours';
import type { Open } from './state';

/** One audience that is to hear something: since when it has not, and by when it must, epoch ms. */
export interface OwedUpdate {
  readonly audience: Audience;
  readonly since: number;
  readonly dueAt: number;
  /** Service ms between two updates. */
  readonly within: number;
  /** The hours it is owed in: the audience's. */
  readonly hours: Calendar;
}

/** Inside the agreement it is the other party that waits to hear; everybody else has the hours promised to them. */
function hoursFor(state: Open, audience: Audience): Calendar {
  if (audience !== 'internal') return resolveHours(state.terms);
  return hoursOf(state.terms, otherParty(custodian(state).party));
}

/** Since when an audience has heard nothing. A handoff tells the parties; a promise, a pause or a reopening begins anew. */
function silentSince(state: Open, audience: Audience): number {
  const clock = clockOf(state.marks);
  const handoffs = state.offers.flatMap(({ from, to = from }) => [from, to]);
  return Math.max(
    state.termsSince,
    state.updates?.[audience] ?? 0,
    ...clock.gaps.map(({ to }) => to),
    ...(audience === 'customer' ? clock.pauses.map(({ to }) => to) : []),
    ...(audience === 'internal' ? handoffs : []),
  );
}

/** Every update that is owed; none to a customer who is waited for. */
export function owedUpdates(state: Open): readonly OwedUpdate[] {
  const isWaited = clockOf(state.marks).status === 'paused';
  return Object.entries(state.terms.update ?? {}).flatMap(([name, within]) => {
    const audience = name as Audience;
    if (audience === 'customer' && isWaited) return [];
    const since = silentSince(state, audience);
    const hours = hoursFor(state, audience);
    return [{ audience, since, hours, within, dueAt: dueAfter(hours, since, within) }];
  });
}
