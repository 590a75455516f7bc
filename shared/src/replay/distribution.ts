import { DAY, HOUR, MINUTE } from '../time';

/** Upper edges of the bars of a histogram of times, ms, each inclusive; what is longer stands in one bar more. */
export const EDGES = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, DAY, 3 * DAY, 7 * DAY];

/** How long something took, over many times that it happened. Times in ms; null where it never did. */
export interface Distribution {
  readonly count: number;
  readonly p50: number | null;
  readonly p90: number | null;
  /** How many took no longer than each of {@link EDGES}, and in the end how many took longer. */
  readonly bars: readonly number[];
}

/** In which bar of {@link EDGES} a time stands. */
export function barOf(ms: number): number {
  const bar = EDGES.findIndex(edge => ms <= edge);
  return bar < 0 ? EDGES.length : bar;
}

const quantile = (ascending: readonly number[], share: number): number | null =>
  ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? null;

/** Times as they are found, and how they are distributed: a quantile is one of the times, the nearest rank. */
export function spread(): { add(ms: number): void; readonly all: Distribution } {
  const times: number[] = [];
  return {
    add: ms => void times.push(ms),
    get all() {
      const ascending = [...times].sort((a, b) => a - b);
      const bars = [...EDGES, Infinity].map(() => 0);
      for (const ms of times) {
        const index = barOf(ms);
        bars[index] = (bars[index] ?? 0) + 1;
      }
      return { count: times.length, p50: quantile(ascending, 0.5), p90: quantile(ascending, 0.9), bars };
    },
  };
}
