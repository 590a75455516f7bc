import { CalendarError } from './calendarError';
import { hasHours } from './hourRules';
import { DAY } from './instant';
import { extendBack, extendOn, layOutByDay, reach, type OpenTable } from './openTable';

/** Index of the last segment that starts at or before the instant, -1 where there is none. */
export function segmentAtOrBefore(table: OpenTable, at: number): number {
  // Almost every question lies within what is known, and is spared the way there.
  if (!(at >= table.from && at < table.to)) reach(table, at);
  const byDay = (table.byDay ??= layOutByDay(table));
  const { starts } = table;
  let index = byDay[Math.floor((at - table.from) / DAY)] as number;
  while (index + 1 < starts.length && read(starts, index + 1) <= at) index += 1;
  return index;
}

/** Service time between the table's origin and an instant: the running total every answer is a difference of. */
export function totalAt(table: OpenTable, at: number): number {
  const index = segmentAtOrBefore(table, at);
  if (index < 0) return read(table.before, 0);
  const start = read(table.starts, index);
  return read(table.before, index) + Math.min(at, read(table.ends, index)) - start;
}

/** The earliest instant with that running total, which lies ahead of what the table was asked before. */
export function earliestWithTotal(table: OpenTable, total: number): number {
  while (read(table.before, table.starts.length) < total) {
    refuseWithoutHours(table);
    if (!extendOn(table)) throw neverDue();
  }
  return instantIn(table, countBelow(table.before, total) - 1, total);
}

/** The latest instant with that running total, which lies behind what the table was asked before. */
export function latestWithTotal(table: OpenTable, total: number): number {
  while (read(table.before, 0) > total) {
    refuseWithoutHours(table);
    if (!extendBack(table)) throw neverDue();
  }
  return instantIn(table, countAtMost(table.before, total) - 1, total);
}

function instantIn(table: OpenTable, index: number, total: number): number {
  return read(table.starts, index) + total - read(table.before, index);
}

function refuseWithoutHours(table: OpenTable): void {
  if (hasHours(table.rules)) return;
  throw new CalendarError({
    code: 'no-hours',
    path: 'calendar',
    message: 'the calendar has no hours, so nothing is due',
  });
}

/** The refusal of a search that would leave the years a calendar answers for. */
export function neverDue(): CalendarError {
  const message = 'the calendar is not open for that long in the years 1900 to 2199';
  return new CalendarError({ code: 'never', path: 'serviceMs', message });
}

/** How many of the ascending values are at most the limit. */
function countAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (read(ascending, middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending values are below the limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  const count = countAtMost(ascending, limit);
  return count > 0 && ascending[count - 1] === limit ? count - 1 : count;
}

/** Reads where a search has already proved that there is a value. */
export function read(values: readonly number[], index: number): number {
  return values[index] as number;
}
