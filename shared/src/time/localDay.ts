import { DAY } from './instant';

/** Days of the week as calendars name them, Sunday first as in the JavaScript `Date`. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** A day of the week, by its three-letter key in a calendar. */
export type Weekday = (typeof WEEKDAYS)[number];

/** A local day is counted from 1970-01-01; local milliseconds are `day * DAY` plus the time of day. */
export function dayOf(local: number): number {
  return Math.floor(local / DAY);
}

export function weekdayOf(day: number): number {
  const sinceSunday = (day + 4) % 7; // 1970-01-01 was a Thursday
  return sinceSunday < 0 ? sinceSunday + 7 : sinceSunday;
}

/** The day number of a `YYYY-MM-DD`, or undefined where there is no such date (30 February) or it is none. */
export function readDate(text = ''): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  const isReal = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
  return isReal ? midnight.getTime() / DAY : undefined;
}

/** What hangs on dates: on one date (`2026-12-25`), or on the same date of every year (`*-05-01`, kept as `05-01`). */
export interface DateTable<T> {
  readonly on: Map<number, T>;
  readonly yearly: Map<string, T>;
}

/** Files an entry under `YYYY-MM-DD` or `*-MM-DD`; false where the key is no such date. */
export function fileUnder<T>(table: DateTable<T>, key: string, entry: T): boolean {
  const isYearly = key.startsWith('*');
  // 29 February is a date of every year that has one, so yearly keys are read in a leap year.
  const day = readDate(isYearly ? `2000${key.slice(1)}` : key);
  if (day === undefined) return false;
  if (isYearly) table.yearly.set(key.slice(2), entry);
  else table.on.set(day, entry);
  return true;
}

/** The entries of the days `first` to `last` (inclusive); `join` settles what holds where a date has two of them. */
export function entriesDuring<T>(
  table: DateTable<T>,
  [first, last]: readonly [first: number, last: number],
  join: (yearly: T, once: T) => T,
): Map<number, T> {
  const entries = new Map<number, T>();
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    for (const [monthAndDay, entry] of table.yearly) {
      const day = readDate(`${year}-${monthAndDay}`);
      if (day !== undefined) entries.set(day, entry);
    }
  }
  for (const [day, once] of table.on) {
    const yearly = entries.get(day);
    entries.set(day, yearly === undefined ? once : join(yearly, once));
  }
  return entries;
}

function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}
