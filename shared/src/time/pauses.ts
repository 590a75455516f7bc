import { CalendarError } from './calendarError';
import { FIRST_INSTANT, LAST_INSTANT } from './instant';
import { mergeSegments, type Segment } from './segment';

/**
 * Stretches that do not count, as half-open `[start, end)` instants in epoch ms, in any order, overlapping or not.
 * A pause that ends at or before its start is empty; `Infinity` as its end means that it still runs.
 *
 * @example
 * const pauses: Pauses = { except: [[1778151600000, 1778155200000]] }; // 2026-05-07, 11:00Z to 12:00Z
 */
export interface Pauses {
  readonly except?: readonly Segment[] | undefined;
}

const NONE: readonly Segment[] = [];

/** The pauses in normal form, cut to the years a calendar answers for. */
export function readPauses(options: Pauses | undefined): readonly Segment[] {
  const pauses = options?.except;
  if (pauses === undefined || pauses.length === 0) return NONE;
  pauses.forEach(([start, end], index) => {
    if (!Number.isNaN(Number(start)) && !Number.isNaN(Number(end))) return;
    const message = `${start} to ${end} is no pause (epoch milliseconds)`;
    throw new CalendarError({ code: 'bad-pause', path: `except.${index}`, message });
  });
  return mergeSegments(pauses.map(([start, end]): Segment => [withinYears(start), withinYears(end)]));
}

function withinYears(at: number): number {
  return Math.floor(Math.min(LAST_INSTANT, Math.max(FIRST_INSTANT, at)));
}
