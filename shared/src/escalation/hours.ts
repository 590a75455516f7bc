import type { HoldingParty, Terms } from '../agreement';
import { compileCalendar, type Calendar, type CalendarSpec } from '../time';

const always: CalendarSpec = {
  timeZone: 'UTC',
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [['00:00', '24:00']] as [string, string][]]),
  ),
};

const compiled = new WeakMap<CalendarSpec, Calendar>();

/** The calendar of a specification, made once. */
export function hoursAs(spec: CalendarSpec): Calendar {
  const known = compiled.get(spec);
  if (known) return known;
  const calendar = compileCalendar(spec);
  compiled.set(spec, calendar);
  return calendar;
}

/** A calendar of the pinned terms by name; one that is missing counts every hour, so that no promise gets longer. */
export const calendarOf = (terms: Terms, name: string): Calendar => hoursAs(terms.calendars[name] ?? always);

/** The hours of a team, its own or its party's. */
export const hoursOf = (terms: Terms, party: HoldingParty, team?: string): Calendar =>
  calendarOf(terms, (team === undefined ? undefined : terms.teamHours[team]) ?? terms.hours[party]);

/** Every hour of every day. */
export const everyHour = (): Calendar => hoursAs(always);
