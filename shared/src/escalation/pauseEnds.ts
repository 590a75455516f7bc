import { clockOf } from '../clock';
import type { TicketEventOf } from '../ticket';
import { dueAfter, MINUTE } from '../time';
import { custodyAt } from './custody';
import { fact } from './decision';
import type { NewFact } from './events';
import type { Hold } from './hold';
import { hoursOf, resolveHours } from './hours';
import type { Open } from './state';

/** How long (working ms of its holder) a pause may stay provisional. */
const PROVISIONAL_FOR = 30 * MINUTE;

/** When (epoch ms) a provisional pause turns out to be none, unless somebody makes it a hold before. */
export function voidAt(state: Open): number | undefined {
  const clock = clockOf(state.marks);
  if (clock.status !== 'paused' || !clock.isProvisional) return undefined;
  const { party, team } = custodyAt(state, clock.pausedAt).to;
  return dueAfter(hoursOf(state.terms, party, team), clock.pausedAt, PROVISIONAL_FOR);
}

/** When (epoch ms) a pause has lasted as long as the agreement allows, in the hours promised to the customer. */
export function longestAt(state: Open): number | undefined {
  const clock = clockOf(state.marks);
  const longest = clock.status === 'paused' ? state.terms.holds?.longest[clock.whom] : undefined;
  if (clock.status !== 'paused' || longest === undefined) return undefined;
  const calendar = resolveHours(state.terms);
  return Math.max(state.termsSince, dueAfter(calendar, clock.pausedAt, longest));
}

type Passed = TicketEventOf<'TimePassed'>;

/** Nobody said in time who is waited for. */
export function pauseVoided({ marks }: Open, event: Passed, at: number): NewFact[] {
  const clock = clockOf(marks);
  if (clock.status !== 'paused') return [];
  return [fact(event, 'WaitingVoided', { whom: clock.whom, since: clock.pausedAt }, { at })];
}

/** It may pause no longer, whoever is waited for. */
export const pauseRanOut = (event: Passed, at: number): NewFact[] => [
  fact(event, 'WaitingEnded', { because: 'longest' }, { at }),
];

/** The hold that pauses the clock now. */
export function presentHold({ marks, holds }: Open): Hold | undefined {
  const clock = clockOf(marks);
  if (clock.status !== 'paused' || clock.isProvisional) return undefined;
  return [...holds].reverse().find(({ placedAt }) => placedAt >= clock.pausedAt);
}
