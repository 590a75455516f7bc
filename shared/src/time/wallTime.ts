import { DAY, HOUR, LAST_INSTANT, MINUTE, FIRST_INSTANT, toInstant } from './instant';
import { dayOf, readDate, weekdayOf, WEEKDAYS, type Weekday } from './localDay';
import { firstInstantShowing, isTimeZone, offsetAt } from './zone';

/** What a clock and a calendar on the wall show in a zone; `month` and `day` count from 1. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: Weekday;
}

const TIME_OF_DAY = /^([01]\d|2[0-3]|24(?=:00(?::00)?$)):([0-5]\d)(?::([0-5]\d))?$/;
const WALL_TEXT = /^(.{10})[ T](.{5})$/;

/** Milliseconds since local midnight of `HH:mm` or `HH:mm:ss`, `24:00` being the end of the day; else undefined. */
export function timeOfDay(text = ''): number | undefined {
  const found = TIME_OF_DAY.exec(text);
  if (found === null) return undefined;
  const [, hours, minutes, seconds = '0'] = found;
  return Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000;
}

/**
 * What the clock on the wall shows in a zone at an instant.
 *
 * @param at - epoch ms
 * @param zone - IANA name
 * @throws CalendarError `unknown-zone`, `bad-number` or `out-of-range`
 *
 * @example
 * wallClock(1774746000000, 'Europe/Vilnius'); // 2026-03-29T01:00:00Z, the hour after 02:59 is skipped
 * //=> { year: 2026, month: 3, day: 29, hour: 4, minute: 0, second: 0, weekday: 'sun' }
 */
export function wallClock(at: number, zone: string): WallClock {
  const local = toInstant(at, 'at') + offsetAt(zone, at);
  const shown = new Date(local);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    weekday: WEEKDAYS[weekdayOf(dayOf(local))] as Weekday,
  };
}

/**
 * The local wall time of an instant as `YYYY-MM-DD HH:mm`, seconds cut off: what {@link instantOf} reads.
 *
 * @param at - epoch ms
 * @throws CalendarError `unknown-zone`, `bad-number` or `out-of-range`
 *
 * @example
 * localText(1774746000000, 'Europe/Vilnius'); //=> '2026-03-29 04:00'
 */
export function localText(at: number, zone: string): string {
  const { year, month, day, hour, minute } = wallClock(at, zone);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

/**
 * The instant meant by a typed wall time, `YYYY-MM-DD HH:mm` (a `T` between them will do).
 * A wall time shown twice means the earlier instant; one that is skipped means the next real instant.
 *
 * @param zone - IANA name
 * @returns epoch ms, or undefined where the text is no such wall time, its date does not exist or lies outside the
 * years 1900 to 2199, or the zone is none
 *
 * @example
 * instantOf('2026-03-29 03:30', 'Europe/Vilnius'); //=> 1774746000000, skipped: 04:00 local, 01:00Z
 * instantOf('2026-10-25 03:30', 'Europe/Vilnius'); //=> 1792888200000, shown twice: 00:30Z
 */
export function instantOf(wall: string, zone: string): number | undefined {
  const local = localOf(wall);
  if (local === undefined || !isTimeZone(zone)) return undefined;
  const at = firstInstantShowing(local, zone);
  return at >= FIRST_INSTANT && at < LAST_INSTANT ? at : undefined;
}

function localOf(wall: string): number | undefined {
  const [, date, time] = WALL_TEXT.exec(wall) ?? [];
  const day = readDate(date);
  const sinceMidnight = timeOfDay(time);
  // 24:00 ends an interval; as a deadline it is better typed as the next day's 00:00.
  if (day === undefined || sinceMidnight === undefined || sinceMidnight === DAY) return undefined;
  return day * DAY + sinceMidnight;
}

/**
 * How far a zone's wall clock is from UTC at an instant, as `+02:00` (seconds only where there are any).
 *
 * @param at - epoch ms
 * @throws CalendarError `unknown-zone`, `bad-number` or `out-of-range`
 *
 * @example
 * zoneOffsetText(1774746000000, 'Europe/Vilnius'); //=> '+03:00'
 */
export function zoneOffsetText(at: number, zone: string): string {
  const offset = offsetAt(zone, toInstant(at, 'at'));
  const size = Math.abs(offset);
  const seconds = (size % MINUTE) / 1000;
  const text = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / HOUR))}:${two(Math.floor((size % HOUR) / MINUTE))}`;
  return seconds === 0 ? text : `${text}:${two(seconds)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
