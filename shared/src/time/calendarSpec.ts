import type { Weekday } from './localDay';

/**
 * Opening hours of one day: local wall time `HH:mm` or `HH:mm:ss`, half-open `[start, end)`. `24:00` is the end of the
 * day; an end at or before its start runs past midnight and belongs to the day it starts on.
 */
export type IntervalSpec = readonly [start: string, end: string];

/**
 * A calendar as an agreement writes it: when somebody is open, in local wall time of one zone.
 *
 * An instant is open exactly when its local wall time lies in an interval, so a repeated hour counts twice and a
 * skipped one not at all.
 *
 * @example
 * const vilnius: CalendarSpec = {
 *   timeZone: 'Europe/Vilnius',
 *   weekly: { mon: [['09:00', '17:00']], fri: [['09:00', '12:00'], ['13:00', '16:00']] },
 *   holidays: ['2026-12-25', '*-05-01'],
 *   dates: { '2026-12-24': [['09:00', '12:00']] },
 *   breaks: { '2026-12-21': [['10:00', '11:00']] },
 *   closed: [['2026-12-28T12:00:00Z', '2026-12-29T12:00:00Z']],
 * };
 */
export interface CalendarSpec {
  /** IANA name. */
  readonly timeZone: string;
  /** Hours by day of the week; a missing day is closed. */
  readonly weekly: { readonly [day in Weekday]?: readonly IntervalSpec[] | undefined };
  /** `YYYY-MM-DD`, or `*-MM-DD` for every year: closes the whole local day, and the tail of a shift that runs into it. */
  readonly holidays?: readonly string[] | undefined;
  /** Replaces the hours of a date, holiday or not; `[]` is closed. A full date wins over a yearly one. */
  readonly dates?: { readonly [date: string]: readonly IntervalSpec[] } | undefined;
  /** Cut out of whatever is open on a date. */
  readonly breaks?: { readonly [date: string]: readonly IntervalSpec[] } | undefined;
  /** Cut out: `[start, end)` between instants in ISO 8601 with `Z` or an offset. */
  readonly closed?: readonly (readonly [start: string, end: string])[] | undefined;
  /** When true, a shift that began the day before runs on into a holiday. */
  readonly holidayKeepsTail?: boolean | undefined;
}
