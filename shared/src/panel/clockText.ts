import { DAY, instantOf, localText, wallClock } from '../time';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NEARBY: Readonly<Record<number, string>> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };
const HALF_A_YEAR = 183;

const dateOf = (at: number, zone: string): string => localText(at, zone).slice(0, 10);
const timeOf = (at: number, zone: string): string => localText(at, zone).slice(11);
const dayCount = (at: number, zone: string): number => (instantOf(`${dateOf(at, zone)} 00:00`, 'UTC') ?? 0) / DAY;

/** Days from `now` to `at` on the wall calendar of a zone. */
const daysAhead = (at: number, zone: string, now: number): number => dayCount(at, zone) - dayCount(now, zone);

const weekdayOf = (at: number, zone: string): string => {
  const { weekday } = wallClock(at, zone);
  return weekday.slice(0, 1).toUpperCase() + weekday.slice(1);
};

function farText(at: number, zone: string, days: number): string {
  const { day, month, year } = wallClock(at, zone);
  if (Math.abs(days) < 7) return `${weekdayOf(at, zone)} ${timeOf(at, zone)}`;
  const date = `${weekdayOf(at, zone)} ${day} ${MONTHS[month - 1] ?? ''}`;
  return `${date}${Math.abs(days) > HALF_A_YEAR ? ` ${year}` : ''} ${timeOf(at, zone)}`;
}

/**
 * When something is, as a person in `zone` says it at `now`. Instants in epoch ms.
 *
 * @example
 * clockText(due, 'Europe/Lisbon', now); //=> '11:55 today', '11:55 tomorrow', 'Mon 11:55', 'Fri 28 Nov 11:55'
 */
export function clockText(at: number, zone: string, now: number): string {
  const days = daysAhead(at, zone, now);
  const near = NEARBY[days];
  return near === undefined ? farText(at, zone, days) : `${timeOf(at, zone)} ${near}`;
}

/** The same for a list: '10:08' today, otherwise with its day, 'Fri 10:08'. */
export function shortClock(at: number, zone: string, now: number): string {
  const days = daysAhead(at, zone, now);
  return days === 0 ? timeOf(at, zone) : farText(at, zone, days);
}

/** What the clock in another zone shows: '10:20 in Lisbon', with the day where it is another one. */
export function elsewhere(at: number, zone: string, home: string, now: number): string | undefined {
  if (localText(at, zone) === localText(at, home)) return undefined;
  const isSameDay = dateOf(at, zone) === dateOf(at, home);
  return `${isSameDay ? timeOf(at, zone) : clockText(at, zone, now)} in ${placeName(zone)}`;
}

/** The city of an IANA zone: 'Europe/Lisbon' is Lisbon. */
const placeName = (zone: string): string => (zone.split('/').pop() ?? zone).replaceAll('_', ' ');

/** ISO text of an instant in UTC, to the second. */
export function isoText(at: number): string {
  const second = String(wallClock(at, 'UTC').second).padStart(2, '0');
  return `${localText(at, 'UTC').replace(' ', 'T')}:${second}Z`;
}
