import { isMember } from '../agreement';
import type { ListRow } from '../ledger';
import { fullName, timeText, type Reader } from './reader';
import type { LozengeView } from './view';

type Shift = NonNullable<ListRow['shift']>;

/** What a row offers to this reader as one of the next shift. */
export function forNextShift({ directory, person }: Reader, { shift }: ListRow): Shift | undefined {
  if (!shift || shift.left === 'out' || person === undefined || person === shift.by) return undefined;
  return isMember(directory, person, shift.team) ? shift : undefined;
}

/** How a row of the last shift reads to the next one: who offers it, and by when it is to be done. */
export const shiftWords = (reader: Reader, { by, deadline, left }: Shift) => ({
  who: `From ${fullName(reader, by)}`,
  owed: `Next action by ${timeText(reader, deadline)}`,
  ...(left === 'untaken' ? { lozenge: { text: 'NOT TAKEN', tone: 'at risk' } as const } : {}),
});

/** How it stands between two shifts, for whoever has it and their lead. */
export function shiftLozenge({ shift }: ListRow): LozengeView | undefined {
  if (shift === undefined) return undefined;
  if (shift.left === 'out') return { text: 'LEFT OUT', tone: 'at risk' };
  return shift.left === 'untaken' ? { text: 'NOT TAKEN', tone: 'at risk' } : { text: 'HANDED OVER', tone: 'offered' };
}

/** Urgent work has a button of its own (rules §6). */
export const takenAlone = ({ priority }: ListRow): boolean => priority <= 2;
