import type { FormerHours, HoldingParty, ServiceTarget, Terms } from '../agreement';
import { changedCalendar, compileCalendar, type Calendar, type CalendarSpec } from '../time';

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

const changed = new WeakMap<FormerHours, Calendar>();

/** Hours from an instant on, and others before it. */
function afterOthers(former: FormerHours, next: Calendar): Calendar {
  const known = changed.get(former);
  if (known) return known;
  const { until, hours, before } = former;
  const calendar = changedCalendar(before ? afterOthers(before, hoursAs(hours)) : hoursAs(hours), until, next);
  changed.set(former, calendar);
  return calendar;
}

/** The calendar a promise to the customer counts on: as it is now, and for the time before as it was then. */
export function targetHours(terms: Terms, { calendar, before }: Pick<ServiceTarget, 'calendar' | 'before'>): Calendar {
  const hours = calendarOf(terms, calendar);
  return before ? afterOthers(before, hours) : hours;
}

/** The calendar of the promise to resolve, on which the open time is divided. */
export const resolveHours = (terms: Terms): Calendar => targetHours(terms, terms.resolve);

/** The hours of a team, its own or its party's. */
export const hoursOf = (terms: Terms, party: HoldingParty, team?: string): Calendar =>
  calendarOf(terms, (team === undefined ? undefined : terms.teamHours[team]) ?? terms.hours[party]);

/** Every hour of every day. */
export const everyHour = (): Calendar => hoursAs(always);
