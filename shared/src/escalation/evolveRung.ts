import type { Placement } from '../agreement';
import type { FactOf } from './events';
import { movedTo } from './evolveCustody';
import type { Open } from './state';

/** The state once a rung was reached, or none is left: each counts once. */
export function climbed(state: Open, { data }: FactOf<'RungReached' | 'RungsEnded'>): Open {
  const asks = state.asks.map(ask => (ask.id === data.ask ? { ...ask, isClimbed: true as const } : ask));
  return 'rung' in data ? { ...state, asks, rungs: [...(state.rungs ?? []), data.rung] } : { ...state, asks };
}

/** The team has it from now on; the desk's fields follow. */
export const passedOn = (state: Open, { at, data }: FactOf<'Passed'>): Open =>
  movedTo(state, at, data.to as Placement, 'passed');
