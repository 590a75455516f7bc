import type { Shift } from './shift';
import type { Open } from './state';

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
