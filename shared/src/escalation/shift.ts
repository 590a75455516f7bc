import type { Placement } from '../agreement';
import { heldSince } from './custody';
import type { FactOf } from './events';
import { lies, movedTo } from './evolveCustody';
import type { Open } from './state';

/** What whoever ends their shift offers to the next one of their team. */
export interface Shift {
  readonly shift: string;
  /** Who offers it and stays accountable. */
  readonly by: string;
  readonly at: number;
  readonly to: Placement & { readonly team: string };
  readonly deadline: number;
  /** When the lead is told that nobody took it, epoch ms. */
  readonly takeBy: number;
  readonly texts: Readonly<Record<string, string>>;
  /** The next shift took others and not this one, or nobody took it in time. */
  readonly left?: 'out' | 'untaken';
}

/** What is offered to the next shift now and may be taken; undefined where nothing is. */
export function openShift(state: Open): Shift | undefined {
  const { shift, status } = state;
  return (status === 'held' || status === 'offered') && shift?.left !== 'out' ? shift : undefined;
}

/** When (epoch ms) the lead is told that nobody took it. */
export function untakenAt(state: Open): number | undefined {
  const shift = openShift(state);
  return shift?.left === undefined ? shift?.takeBy : undefined;
}

/** The next shift is asked; custody stays. What was offered before counts no more. */
export function shiftOffered(state: Open, { at, by, data, texts = {} }: FactOf<'ShiftOffered'>): Open {
  const { shift, to, deadline, takeBy } = data;
  const offered: Shift = { shift, by: by.person ?? '', at, to: to as Shift['to'], deadline, takeBy, texts };
  return { ...state, shift: offered };
}

/** A promise that is kept on goes on under its name; one that was missed is over, and this is another. */
const nameOf = ({ promised }: Open, { shift }: Shift, at: number): string =>
  promised && promised.deadline > at ? promised.handoff : shift;

/** Somebody of the next shift has it, and owes what is to be done next. */
export function shiftTaken(state: Open, { at, data }: FactOf<'ShiftTaken'>): Open {
  const { shift } = state;
  const to = data.to as Shift['to'];
  const moved = data.how === 'taken' ? state : lies(state, at, to);
  if (!shift || at < heldSince(state)) return movedTo(moved, at, to, 'shift');
  const texts = { ...state.promised?.texts, ...shift.texts };
  const promised = { handoff: nameOf(state, shift, at), deadline: shift.deadline, texts };
  return { ...movedTo(moved, at, to, 'shift'), promised };
}

const left =
  (how: Shift['left'] & string) =>
  (state: Open, { data }: FactOf<'ShiftLeftOut' | 'ShiftUntaken'>): Open =>
    state.shift?.shift === data.shift ? { ...state, shift: { ...state.shift, left: how } } : state;

/** What the facts of a shift change. */
export const shiftEvolvers = {
  ShiftOffered: shiftOffered,
  ShiftTaken: shiftTaken,
  ShiftLeftOut: left('out'),
  ShiftUntaken: left('untaken'),
} as const;
