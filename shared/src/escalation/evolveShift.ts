import { heldSince } from './custody';
import type { FactOf } from './events';
import { lies, movedTo } from './evolveCustody';
import type { Shift } from './shift';
import type { Open } from './state';

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
