/** What counts now, and what is to count from later instants (epoch ms): which one it is, is computed when it is read. */
export interface Counting<T> {
  /** Absent where nothing counts yet. */
  readonly is?: T;
  readonly later?: readonly { readonly from: number; readonly is: T }[];
}

/** What counts at an instant (epoch ms). */
export const countingAt = <T>({ is, later = [] }: Counting<T>, at: number): T | undefined =>
  later.filter(({ from }) => from <= at).at(-1)?.is ?? is;

/** What is to be kept of things that count one after the other, by instant, at `now` (epoch ms). */
export function countingFrom<T>(all: readonly { readonly from: number; readonly is: T }[], now: number): Counting<T> {
  const is = all.filter(({ from }) => from <= now).at(-1)?.is;
  const later = all.filter(({ from }) => from > now);
  return { ...(is === undefined ? {} : { is }), ...(later.length === 0 ? {} : { later }) };
}
