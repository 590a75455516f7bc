import { TZDate } from '@date-fns/tz';
import { addDays, format } from 'date-fns';
import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import type { Contestant, ServiceHours } from './serviceHours';

/** What a date library has to know for a walk from day to day. */
interface Days<Day> {
  readonly dayOf: (at: number) => Day;
  readonly next: (day: Day) => Day;
  /** Sunday is 0. */
  readonly weekday: (day: Day) => number;
  /** `YYYY-MM-DD`. */
  readonly date: (day: Day) => string;
  /** Epoch ms of a wall time. */
  readonly instant: (day: Day, hour: number, minute: number) => number;
}

const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

type Stretch = readonly [from: number, to: number];

/** The stretches in which somebody is there, from the day of an instant on, day by day without end. */
function walk<Day>(days: Days<Day>, { weekly, holidays }: ServiceHours) {
  const off = new Set(holidays);
  const wallTimes = WEEK.map(name => weekly[name].map(times => times.map(text => text.split(':').map(Number))));
  const at = (day: Day, [hour = 0, minute = 0]: readonly number[] = []) => days.instant(day, hour, minute);
  return function* (start: number): Generator<readonly Stretch[]> {
    for (let day = days.dayOf(start); ; day = days.next(day)) {
      const times = off.has(days.date(day)) ? [] : (wallTimes[days.weekday(day)] ?? []);
      // A day off is one too, so that a walk between two instants knows when it is over.
      if (times.length === 0) yield [[at(day), at(day)]];
      else yield times.map(([from, to]): Stretch => [at(day, from), at(day, to)]);
    }
  };
}

/** Counts from day to day with a date library, as one would write it first. */
function dayLoop<Day>(name: string, daysIn: (zone: string) => Days<Day>): Contestant {
  return hours => {
    const open = walk(daysIn(hours.timeZone), hours);
    return {
      name,
      elapsed(start, end) {
        let sum = 0;
        for (const stretches of open(start))
          for (const [from, to] of stretches) {
            if (from >= end) return sum;
            sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
          }
        return sum;
      },
      due(start, owed) {
        let left = owed;
        for (const stretches of open(start))
          for (const [from, to] of stretches) {
            const begins = Math.max(from, start);
            if (left <= to - begins) return begins + left;
            left -= Math.max(0, to - begins);
          }
        return NaN;
      },
    };
  };
}

export const luxon = dayLoop('luxon, day by day', zone => ({
  dayOf: at => DateTime.fromMillis(at, { zone }).startOf('day'),
  next: day => day.plus({ days: 1 }),
  weekday: day => day.weekday % 7,
  date: day => day.toISODate() ?? '',
  instant: (day, hour, minute) => day.set({ hour, minute }).toMillis(),
}));

export const dateFns = dayLoop('@date-fns/tz, day by day', zone => ({
  dayOf: at => new TZDate(at, zone),
  next: day => addDays(day, 1),
  weekday: day => day.getDay(),
  date: day => format(day, 'yyyy-MM-dd'),
  instant: (day, hour, minute) =>
    new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), hour, minute, zone).getTime(),
}));

export const temporal = dayLoop('temporal-polyfill, day by day', timeZone => ({
  dayOf: at => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate(),
  next: day => day.add({ days: 1 }),
  weekday: day => day.dayOfWeek % 7,
  date: String,
  instant: (day, hour, minute) => day.toZonedDateTime({ timeZone, plainTime: { hour, minute } }).epochMilliseconds,
}));
