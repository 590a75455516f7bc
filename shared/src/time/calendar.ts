import { CalendarError, type CalendarProblem } from './calendarError';
import type { CalendarSpec } from './calendarSpec';
import { emptyTable, type OpenTable } from './openTable';
import { readSpec } from './readSpec';

declare const tableBrand: unique symbol;

/** A compiled calendar: give it to the service-time functions; nothing else in it is meant to be read. */
export interface Calendar {
  readonly timeZone: string;
  readonly [tableBrand]: true;
}

const tables = new WeakMap<Calendar, OpenTable>();

/**
 * Compiles a calendar once for many questions. Its open segments are laid out as far as questions reach (years 1900 to
 * 2199) and kept, so each further answer is a binary search.
 *
 * A calendar without any hours compiles: it is always closed, and nothing is ever due on it.
 *
 * @throws CalendarError with every problem of the spec and its path
 *
 * @example
 * const office = compileCalendar({ timeZone: 'Europe/Vilnius', weekly: { thu: [['09:00', '17:00']] } });
 * isOpenAt(office, 1778151600000); //=> true, 2026-05-07T11:00:00Z is Thursday 14:00 in Vilnius
 */
export function compileCalendar(spec: CalendarSpec): Calendar {
  const { rules, problems } = readSpec(spec);
  const [first, ...others] = problems;
  if (first !== undefined) throw new CalendarError(first, ...others);
  const calendar = Object.freeze({ timeZone: rules.timeZone }) as Calendar;
  tables.set(calendar, emptyTable(rules));
  return calendar;
}

/**
 * A calendar that is `former` before an instant and `next` from then on: hours that were changed, and not for the past.
 *
 * @param from - epoch ms, the first instant at which `next` counts
 */
export function changedCalendar(former: Calendar, from: number, next: Calendar): Calendar {
  const rules = { ...tableOf(next).rules, former: { until: from, rules: tableOf(former).rules } };
  const calendar = Object.freeze({ timeZone: rules.timeZone }) as Calendar;
  tables.set(calendar, emptyTable(rules));
  return calendar;
}

/**
 * Everything wrong with a calendar of unknown origin, in the order of its parts; empty when it compiles.
 * For doors that collect problems instead of throwing.
 *
 * @example
 * calendarProblems({ timeZone: 'UTC', weekly: { mon: [['9:00', '17:00']] } });
 * //=> [{ code: 'bad-interval', path: 'weekly.mon.0', message: '["9:00","17:00"] is no interval; …' }]
 */
export function calendarProblems(spec: unknown): readonly CalendarProblem[] {
  return readSpec(spec).problems;
}

/** The table behind a compiled calendar. Throws `bad-shape` for anything `compileCalendar` did not make. */
export function tableOf(calendar: Calendar): OpenTable {
  const table = tables.get(calendar);
  if (table === undefined) {
    throw new CalendarError({ code: 'bad-shape', path: 'calendar', message: 'compile the calendar first' });
  }
  return table;
}
