import type { Directory } from '../agreement';
import { custodian } from './custody';
import type { Context } from './decision';
import { untakenAt } from './openShift';
import type { Open, State } from './state';

/** Something that concerns many tickets at once, by the name that it has on all of them. */
export type Occasion = string;

/** Somebody has left: the same for everything they held. */
export const leavingOf = ({ people }: Directory, person: string): Occasion =>
  `left:${person}:${people[person]?.leftAt ?? 'unknown'}`;

/** What one shift left to the next is not taken by then (epoch ms). */
export const untakenOf = (shift: string, at: number): Occasion => `shift:${shift}:${at}`;

const holderGone = ({ people }: Directory, state: Open): readonly Occasion[] => {
  const { person } = custodian(state);
  return person === undefined || people[person]?.active === true ? [] : [leavingOf({ people } as Directory, person)];
};

/** What many tickets may have in common with this one until `until` (epoch ms): their lead is told once. */
export function occasionsOf(directory: Directory, state: State, until: number): readonly Occasion[] {
  if (state.status === 'unopened' || state.status === 'resolved' || state.status === 'gone') return [];
  const untaken = untakenAt(state);
  const ofShift =
    untaken !== undefined && untaken <= until && state.shift ? [untakenOf(state.shift.shift, untaken)] : [];
  return [...holderGone(directory, state), ...ofShift];
}

/** Whom a fact tells: nobody where another ticket tells of the same occasion. */
export const toldOnce = (
  { elsewhere = [] }: Context,
  occasion: Occasion,
  tell: readonly string[],
): { readonly tell: string[]; readonly isToldElsewhere?: true } =>
  elsewhere.includes(occasion) ? { tell: [], isToldElsewhere: true } : { tell: [...tell] };
