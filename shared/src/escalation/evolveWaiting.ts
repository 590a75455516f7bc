import { clockAt, clockOf, withMark, type Mark } from '../clock';
import { custodyAt } from './custody';
import type { FactOf } from './events';
import { without } from './evolveCustody';
import type { Hold } from './hold';
import type { Open } from './state';

/** The state with one more mark on its clock. */
export const marked = <T extends Open>(state: T, mark: Mark): T => ({ ...state, marks: withMark(state.marks, mark) });

/** The clock pauses, unless it is already known that it ran on before now. */
export function paused(state: Open, { at, data: { whom, isProvisional } }: FactOf<'WaitingStarted'>): Open {
  const next = marked(state, { at, is: 'pause', whom, ...(isProvisional ? { isProvisional } : {}) });
  return clockOf(next.marks).status === 'paused' ? without(next, 'uncounted') : next;
}

/** The desk waits, the clock does not: whoever was waited for before, heard of later perhaps, is so no longer. */
export function notCounted(state: Open, { at, data: { whom } }: FactOf<'WaitingNotCounted'>): Open {
  const next: Open = { ...state, uncounted: whom, uncountedSince: at };
  return whom === 'customer' ? next : marked(next, { at, is: 'resume' });
}

/** The clock runs on; unless the desk's status did that, it may wait still, without a clock that does. */
export function resumed(state: Open, { at, data: { because } }: FactOf<'WaitingEnded'>): Open {
  const clock = clockAt(state.marks, at);
  const by = because === 'reply' ? ({ by: 'customer' } as const) : {};
  const next = marked(without(state, 'uncounted'), { at, is: 'resume', ...by });
  if (because === 'status' || clock.status !== 'paused') return next;
  return { ...(because === 'longest' ? ranOut(next, at, clock.pausedAt) : next), uncounted: clock.whom };
}

const ranOut = (state: Open, at: number, pausedAt: number): Open => ({
  ...state,
  holds: state.holds.map(hold => (hold.placedAt >= pausedAt ? { ...hold, ranOutAt: at } : hold)),
});

/** It never was a pause; the desk's status waits still. */
export function voided(state: Open, { at, data: { whom, since } }: FactOf<'WaitingVoided'>): Open {
  const next = marked(state, { at, is: 'void', of: since });
  return clockAt(state.marks, at).status === 'paused' ? { ...next, uncounted: whom } : next;
}

/** Somebody of the holder answers for the pause. */
export function holdPlaced(state: Open, { at, by, data }: FactOf<'HoldPlaced'>): Open {
  const { whom, since, asked, review = [] } = data;
  const hold: Hold = {
    since,
    placedAt: at,
    whom,
    party: custodyAt(state, at).to.party,
    review,
    ...(by.person === undefined ? {} : { person: by.person }),
    ...(asked === undefined ? {} : { asked }),
  };
  return { ...without(marked(state, { at, is: 'hold', whom }), 'uncounted'), holds: [...state.holds, hold] };
}

/** The review will settle whether anybody was waited for. */
export const holdDisputed = (state: Open, { data: { since } }: FactOf<'HoldDisputed'>): Open => ({
  ...state,
  holds: state.holds.map(hold => (hold.since === since ? { ...hold, isDisputed: true as const } : hold)),
});
