import { tableOf, type Calendar } from './calendar';
import { LAST_INSTANT, toInstant, toServiceMs } from './instant';
import { readPauses, type Pauses } from './pauses';
import { intersectSegments, type Segment } from './segment';
import { earliestWithTotal, latestWithTotal, neverDue, read, segmentAtOrBefore, totalAt } from './tableSearch';
import type { OpenTable } from './openTable';

/**
 * The earliest instant at which that much service time has elapsed since `start`.
 *
 * Nothing left exactly at closing time answers closing time, not the next opening. Zero answers `start`. A negative
 * duration walks back: the latest instant before `start` with that much service time between. Pauses do not count.
 *
 * @param start - epoch ms
 * @param serviceMs - milliseconds of service time, of either sign
 * @returns epoch ms
 * @throws CalendarError `never` where it is not due in the years 1900 to 2199, `no-hours` where the calendar never
 * opens, `bad-number`, `out-of-range` or `bad-pause` for arguments that mean nothing
 *
 * @example
 * const office = compileCalendar({ timeZone: 'Europe/Vilnius', weekly: { thu: [['09:00', '17:00']] } });
 * dueAfter(office, Date.UTC(2026, 4, 7, 11), 3 * 3_600_000); //=> 2026-05-07T14:00:00Z, 17:00 in Vilnius, not next week
 * dueAfter(office, Date.UTC(2026, 4, 7, 11), -5 * 3_600_000); //=> 2026-05-07T06:00:00Z, 09:00 in Vilnius
 */
export function dueAfter(calendar: Calendar, start: number, serviceMs: number, options?: Pauses): number {
  const table = tableOf(calendar);
  const from = toInstant(start, 'start');
  const owed = toServiceMs(serviceMs);
  const pauses = readPauses(options);
  if (owed === 0) return from;
  return owed > 0 ? walkOn(table, from, owed, pauses) : walkBack(table, from, -owed, pauses);
}

/**
 * Service time between two instants, less the pauses; negative where the range is reversed.
 *
 * @param start - epoch ms, inclusive
 * @param end - epoch ms, exclusive
 * @returns milliseconds
 * @throws CalendarError `bad-number`, `out-of-range` or `bad-pause`
 *
 * @example
 * const office = compileCalendar({ timeZone: 'Europe/Vilnius', weekly: { thu: [['09:00', '17:00']] } });
 * const [noon, night] = [Date.UTC(2026, 4, 7, 9), Date.UTC(2026, 4, 7, 21)]; // 12:00 and 24:00 in Vilnius
 * elapsedWithin(office, noon, night); //=> 18000000, five hours
 * elapsedWithin(office, noon, night, { except: [[noon, noon + 3_600_000]] }); //=> 14400000, four hours
 */
export function elapsedWithin(calendar: Calendar, start: number, end: number, options?: Pauses): number {
  const table = tableOf(calendar);
  const [from, to] = [toInstant(start, 'start'), toInstant(end, 'end')];
  const whole = totalAt(table, to) - totalAt(table, from);
  if (options === undefined) return whole;
  const pauses = readPauses(options);
  return to >= from ? whole - paused(table, [from, to], pauses) : whole + paused(table, [to, from], pauses);
}

/**
 * Says whether the calendar is open at an instant: opening time is open, closing time is closed.
 *
 * @param at - epoch ms
 * @throws CalendarError `bad-number` or `out-of-range`
 *
 * @example
 * const office = compileCalendar({ timeZone: 'Europe/Vilnius', weekly: { thu: [['09:00', '17:00']] } });
 * isOpenAt(office, Date.UTC(2026, 4, 7, 6)); //=> true, 09:00 in Vilnius
 * isOpenAt(office, Date.UTC(2026, 4, 7, 14)); //=> false, 17:00 in Vilnius
 */
export function isOpenAt(calendar: Calendar, at: number): boolean {
  const table = tableOf(calendar);
  const index = segmentAtOrBefore(table, toInstant(at, 'at'));
  return index >= 0 && at < read(table.ends, index);
}

/**
 * The open segments between two instants, ascending, adjoining ones merged, the outer ones cut at `start` and `end`.
 * A reversed range holds none.
 *
 * @param start - epoch ms, inclusive
 * @param end - epoch ms, exclusive
 * @returns half-open `[start, end)` pairs of epoch ms
 * @throws CalendarError `bad-number` or `out-of-range`
 *
 * @example
 * const office = compileCalendar({ timeZone: 'Europe/Vilnius', weekly: { thu: [['09:00', '17:00']] } });
 * openSegments(office, Date.UTC(2026, 4, 7), Date.UTC(2026, 4, 7, 12));
 * //=> [[1778133600000, 1778155200000]], 06:00Z to 12:00Z
 */
export function openSegments(calendar: Calendar, start: number, end: number): [start: number, end: number][] {
  const table = tableOf(calendar);
  const [from, to] = [toInstant(start, 'start'), toInstant(end, 'end')];
  // The earlier end first: looking back shifts the indexes, looking on does not.
  const first = Math.max(0, segmentAtOrBefore(table, Math.min(from, to)));
  const last = segmentAtOrBefore(table, to);
  const found: [number, number][] = [];
  for (let index = first; index <= last; index += 1) {
    const segment: [number, number] = [
      Math.max(from, read(table.starts, index)),
      Math.min(to, read(table.ends, index)),
    ];
    if (segment[0] < segment[1]) found.push(segment);
  }
  return found;
}

/** How much of a range's service time lies in the pauses. */
function paused(table: OpenTable, range: Segment, pauses: readonly Segment[]): number {
  return intersectSegments([range], pauses).reduce((sum, pause) => sum + between(table, pause), 0);
}

function between(table: OpenTable, [start, end]: Segment): number {
  return totalAt(table, end) - totalAt(table, start);
}

/** Each pause that begins before the due instant moves the walk to its end, with what is then still owed. */
function walkOn(table: OpenTable, start: number, serviceMs: number, pauses: readonly Segment[]): number {
  let at = start;
  let total = totalAt(table, start) + serviceMs;
  let due = earliestWithTotal(table, total);
  for (const [from, to] of pauses) {
    if (due <= from) break;
    if (to <= at) continue;
    if (to >= LAST_INSTANT) throw neverDue();
    total += between(table, [Math.max(at, from), to]);
    at = to;
    due = earliestWithTotal(table, total);
  }
  return due;
}

function walkBack(table: OpenTable, start: number, serviceMs: number, pauses: readonly Segment[]): number {
  let at = start;
  let total = totalAt(table, start) - serviceMs;
  let due = latestWithTotal(table, total);
  for (const [from, to] of [...pauses].reverse()) {
    if (due >= to) break;
    if (from >= at) continue;
    total -= between(table, [from, Math.min(at, to)]);
    at = from;
    due = latestWithTotal(table, total);
  }
  return due;
}
