import type { FactOf } from './events';
import { movedTo } from './evolveCustody';
import type { Open } from './state';

/** Somebody of the holder was at work; each audience that could read it has heard something. */
export function workedOn(state: Open, { at, data: { audiences = [] } }: FactOf<'WorkedOn'>): Open {
  const heard = audiences.map(audience => [audience, Math.max(at, state.updates?.[audience] ?? 0)]);
  const updates = { ...state.updates, ...Object.fromEntries(heard) };
  return { ...state, workedAt: Math.max(at, state.workedAt ?? 0), ...(audiences.length > 0 ? { updates } : {}) };
}

/** Nobody worked on it: its team has it, unclaimed. */
export const leaseLapsed = (state: Open, { at, data }: FactOf<'LeaseLapsed'>): Open =>
  movedTo(state, at, data.to, 'lapsed');

/** Whoever held it has left: their party has it, unclaimed. */
export const holderLeft = (state: Open, { at, data }: FactOf<'HolderLeft'>): Open =>
  movedTo(state, at, data.to, 'left');
