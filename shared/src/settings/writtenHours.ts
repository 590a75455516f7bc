import { calendarProblems, type Weekday } from '../time';
import type { CalendarDocument } from './deskHours';

/** The days of a week in the order in which hours are written. */
export const days: readonly (readonly [day: Weekday, name: string])[] = [
  ['mon', 'Monday'],
  ['tue', 'Tuesday'],
  ['wed', 'Wednesday'],
  ['thu', 'Thursday'],
  ['fri', 'Friday'],
  ['sat', 'Saturday'],
  ['sun', 'Sunday'],
];

type Weekly = CalendarDocument['weekly'];

/** Hours of a day as people type them: `09:00-12:00, 13:00-17:30`; empty where it is closed. */
export const hoursText = (weekly: Weekly, day: Weekday): string =>
  (weekly[day] ?? []).map(([from, to]) => `${from}-${to}`).join(', ');

const interval = (text: string): [string, string] | undefined => {
  const [from, to, more] = text.split(/[-–]/).map(part => part.trim());
  return from && to && more === undefined ? [padded(from), padded(to)] : undefined;
};

/** `9` and `9:00` are 09:00. */
const padded = (time: string): string => {
  const [, hour, minute = '00'] = /^(\d{1,2})(?::(\d{2}))?$/.exec(time) ?? [];
  return hour === undefined ? time : `${hour.padStart(2, '0')}:${minute}`;
};

/**
 * Hours that somebody typed for a day.
 *
 * @returns undefined where it is none, such as half a pair or a time that no clock shows
 *
 * @example
 * typedHours('9-12, 13:00-17:30'); //=> [['09:00', '12:00'], ['13:00', '17:30']]
 */
export function typedHours(text: string): [string, string][] | undefined {
  const parts = text.split(',').filter(part => part.trim() !== '');
  const pairs = parts.map(interval);
  const read = pairs.filter(pair => pair !== undefined);
  const isSound =
    read.length === pairs.length && calendarProblems({ timeZone: 'UTC', weekly: { mon: read } }).length === 0;
  return isSound ? read : undefined;
}

/** A calendar with other hours on a day; a day without any is closed. */
export function withHours(calendar: CalendarDocument, day: Weekday, hours: [string, string][]): CalendarDocument {
  const others = Object.fromEntries(Object.entries(calendar.weekly).filter(([each]) => each !== day));
  const weekly = hours.length === 0 ? others : { ...others, [day]: hours };
  return { ...calendar, weekly };
}

/** Holidays that somebody typed, one a line or apart by commas; each once. */
export const typedHolidays = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,]/)
      .map(line => line.trim())
      .filter(line => line !== ''),
  ),
];
