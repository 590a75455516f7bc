import { calendarOf, type Open, type Stretch } from '../escalation';
import { hoursOfWeek, openSegments, WEEK_HOURS } from '../time';

/** Time in which nobody had accepted a ticket, by hour of the week: ms, Monday 00:00 to 01:00 first. */
export interface Exposure {
  /** IANA zone of the hours. */
  readonly zone: string;
  readonly hours: readonly number[];
}

/** When in the week nobody had accepted a ticket: hours of the week with ms on the resolve calendar, one hour perhaps often. */
export function exposedHours(state: Open, stretches: readonly Stretch[], zone: string): (readonly [number, number])[] {
  const calendar = calendarOf(state.terms, state.terms.resolve.calendar);
  return stretches
    .filter(stretch => stretch.is === 'running' && stretch.usedBy === 'nobody')
    .flatMap(({ from, to }) => openSegments(calendar, from, to))
    .flatMap(segment => [...hoursOfWeek(zone, segment)]);
}

/** Adds up exposed hours over many cases. */
export function exposureTally(): {
  add(exposed: readonly (readonly [number, number])[]): void;
  readonly hours: readonly number[];
} {
  const hours = Array.from({ length: WEEK_HOURS }, () => 0);
  return {
    add(exposed) {
      for (const [hour, ms] of exposed) hours[hour] = (hours[hour] ?? 0) + ms;
    },
    hours,
  };
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** How an hour of the week is called, such as `Mon 08:00`. */
export const hourName = (hour: number): string => `${DAYS[Math.floor(hour / 24)] ?? ''} ${clock(hour % 24)}`;

/** Days and hours as they head a table. */
export const weekNames = { days: DAYS, hours: Array.from({ length: 24 }, (_, hour) => clock(hour)) };

/** The hours of the week with most of it, at most so many. */
export const mostExposed = (
  { hours }: Exposure,
  most: number,
): readonly { readonly hour: number; readonly ms: number }[] =>
  hours
    .map((ms, hour) => ({ hour, ms }))
    .filter(({ ms }) => ms > 0)
    .sort((a, b) => b.ms - a.ms || a.hour - b.hour)
    .slice(0, most);
