import { HOUR } from './instant';
import type { Segment } from './segment';
import { offsetPieces } from './zone';

/** Hours of a week. */
export const WEEK_HOURS = 168;

const within = (value: number, whole: number): number => ((value % whole) + whole) % whole;

/**
 * Cuts a span of instants at every full hour of the wall clock.
 *
 * @returns of each piece the hour of the week, 0 being Monday 00:00 to 01:00 and 167 Sunday 23:00 to 24:00, and its length in ms
 *
 * @example
 * [...hoursOfWeek('UTC', [Date.UTC(2026, 2, 2, 8, 30), Date.UTC(2026, 2, 2, 9, 15)])] //=> [[8, 1800000], [9, 900000]]
 */
export function* hoursOfWeek(zone: string, span: Segment): Generator<readonly [hour: number, ms: number]> {
  for (const { start, end, offset } of offsetPieces(zone, span)) {
    let at = start;
    while (at < end) {
      const next = Math.min(end, at + HOUR - within(at + offset, HOUR));
      // The epoch began on a Thursday.
      yield [within(Math.floor((at + offset) / HOUR) + 3 * 24, WEEK_HOURS), next - at];
      at = next;
    }
  }
}
