import { CalendarError } from './calendarError';

declare const instantBrand: unique symbol;
declare const serviceBrand: unique symbol;

/** A point in the world's time: epoch milliseconds, UTC. */
export type Instant = number & { readonly [instantBrand]: true };

/** A stretch of service time: milliseconds during which a calendar was open. May be negative. */
export type ServiceMs = number & { readonly [serviceBrand]: true };

/** Lengths of real time in milliseconds; a local day may be longer or shorter than `DAY`. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The first instant a calendar answers for, inclusive: 1900-01-01T00:00:00Z. */
export const FIRST_INSTANT = -2_208_988_800_000 as Instant;

/**
 * The horizon, exclusive for questions and inclusive for ends: 2200-01-01T00:00:00Z. Whatever is not due by then
 * is never due.
 */
export const LAST_INSTANT = 7_258_118_400_000 as Instant;

/**
 * Takes a number of epoch milliseconds for an instant, from {@link FIRST_INSTANT} to {@link LAST_INSTANT} (inclusive).
 * A fraction of a millisecond is dropped: bounds are whole, so no answer depends on it.
 *
 * @param name - what the number is called in the error's `path`
 * @throws CalendarError `bad-number` for NaN or an infinity, `out-of-range` outside the range
 *
 * @example
 * toInstant(1778151600000, 'start'); //=> 1778151600000, 2026-05-07T11:00:00Z
 */
export function toInstant(value: number, name: string): Instant {
  if (!Number.isFinite(value)) {
    throw new CalendarError({ code: 'bad-number', path: name, message: `${value} is no instant (epoch milliseconds)` });
  }
  if (value < FIRST_INSTANT || value > LAST_INSTANT) {
    throw new CalendarError({
      code: 'out-of-range',
      path: name,
      message: `${value} lies outside the years 1900 to 2199`,
    });
  }
  return Math.floor(value) as Instant;
}

/**
 * Takes a number of milliseconds for service time, of either sign, rounded to whole ones.
 *
 * @throws CalendarError `bad-number` for NaN or an infinity
 *
 * @example
 * toServiceMs(14400000); //=> 14400000, four hours
 */
export function toServiceMs(value: number): ServiceMs {
  if (!Number.isFinite(value)) {
    throw new CalendarError({
      code: 'bad-number',
      path: 'serviceMs',
      message: `${value} is no duration (milliseconds)`,
    });
  }
  return Math.round(value) as ServiceMs;
}
