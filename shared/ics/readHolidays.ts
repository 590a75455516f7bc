import { DAY } from '../src/time';
import ICAL from 'ical.js';
import { readCalendarText } from './readCalendarText';

/** A day on which nobody works, as an agreement writes it, and what the file calls it. */
export interface Holiday {
  /** `YYYY-MM-DD`, or `*-MM-DD` where it is the same day every year. */
  readonly date: string;
  readonly name: string;
}

/** The holidays of a file, by date, and what of it were none. */
export interface Holidays {
  readonly days: readonly Holiday[];
  /** Events that last a part of a day, by what they are called. */
  readonly leftOut: readonly string[];
}

/** More events than that are no list of holidays. */
const MOST_EVENTS = 2_000;
/** Nobody is away at once for longer: a month of company holidays fits. */
const LONGEST_DAYS = 31;
/** A rule that repeats oftener than this within the window is no holiday's. */
const MOST_OCCURRENCES = 100;

const dayOf = ({ year, month, day }: ICAL.Time): number => Date.UTC(year, month - 1, day);

const dateText = (day: number): string => new Date(day).toISOString().slice(0, 10);

/** Every year on the same day, without an end: written once. */
function isYearly({ component }: ICAL.Event): boolean {
  const rule = component.getFirstPropertyValue('rrule');
  if (!(rule instanceof ICAL.Recur)) return false;
  const isPlain = ['BYDAY', 'BYSETPOS', 'BYYEARDAY', 'BYWEEKNO'].every(part => rule.getComponent(part).length === 0);
  return rule.freq === 'YEARLY' && (rule.interval ?? 1) === 1 && !rule.until && !rule.count && isPlain;
}

function beginnings(event: ICAL.Event, from: number, until: number): readonly number[] {
  if (!event.isRecurring()) return [dayOf(event.startDate)];
  const found: number[] = [];
  const dates = event.iterator();
  for (let count = 0; count < MOST_OCCURRENCES; count += 1) {
    const next = dates.next();
    if (!next || dayOf(next) >= until) break;
    if (dayOf(next) >= from) found.push(dayOf(next));
  }
  return found;
}

const lengthOf = ({ startDate, endDate }: ICAL.Event): number =>
  Math.min(LONGEST_DAYS, Math.max(1, Math.round((dayOf(endDate) - dayOf(startDate)) / DAY)));

function datesOf(event: ICAL.Event, from: number, until: number): readonly string[] {
  const days = Array.from({ length: lengthOf(event) }, (_, index) => index * DAY);
  if (isYearly(event)) {
    return days.map(later => `*-${dateText(dayOf(event.startDate) + later).slice(5)}`);
  }
  const all = beginnings(event, from, until).flatMap(day => days.map(later => day + later));
  return all.filter(day => day >= from && day < until).map(dateText);
}

/** So many years from now are taken: what comes later is announced again. */
const YEARS = 3;

const nameOf = ({ summary }: ICAL.Event): string => String(summary ?? '').trim() || 'Holiday';

/**
 * The whole days of an iCalendar text from the year of `now` (epoch ms) on for three years, each day once.
 *
 * @throws Error with what is wrong, where it is no calendar, too large or has no whole day
 */
export function readHolidays(text: string, now: number): Holidays {
  const year = new Date(now).getUTCFullYear();
  const [from, until] = [Date.UTC(year, 0, 1), Date.UTC(year + YEARS, 0, 1)];
  const components = readCalendarText(text).getAllSubcomponents('vevent');
  if (components.length > MOST_EVENTS)
    throw new Error(`The file has more than ${MOST_EVENTS} events. Export its holidays only.`);
  const events = components.filter(each => each.hasProperty('dtstart')).map(each => new ICAL.Event(each));
  const whole = events.filter(({ startDate }) => startDate.isDate);
  const days = new Map(whole.flatMap(event => datesOf(event, from, until).map(date => [date, nameOf(event)] as const)));
  if (days.size === 0)
    throw new Error(`The file has no whole day from ${year} on. Holidays are events that last all day.`);
  return {
    days: [...days].map(([date, name]) => ({ date, name })).sort((one, other) => (one.date < other.date ? -1 : 1)),
    leftOut: events.filter(({ startDate }) => !startDate.isDate).map(nameOf),
  };
}
