import { DAY, instantOf, isTimeZone } from '../src/time';
import ICAL from 'ical.js';
import { readCalendarText } from './readCalendarText';

/** One shift of a calendar file, `[from, to)` in epoch ms. */
export interface CalendarShift {
  readonly from: number;
  readonly to: number;
  readonly summary: string;
  /** Addresses of those who attend, in lower case. */
  readonly emails: readonly string[];
}

/** What of a calendar is read: `[from, until)` in epoch ms, and the zone of times that name none. */
export interface Window {
  readonly from: number;
  readonly until: number;
  readonly zone: string;
}

/** An event that repeats oftener than this within a window is no shift. */
const MOST_OCCURRENCES = 5_000;

/** The wall time of a calendar's time as ms, to reckon with; of no zone. */
const wallOf = ({ year, month, day, hour, minute, second }: ICAL.Time): number =>
  Date.UTC(year, month - 1, day, hour, minute, second);

const wallText = (wall: number): string => new Date(wall).toISOString().slice(0, 16).replace('T', ' ');

/** What zones of a file mean that are none of its own. */
const known = (usual: string): Readonly<Record<string, string>> => ({ UTC: 'UTC', floating: usual });

/** The IANA zone of an event's times; undefined where the file describes one that has no such name. */
function zoneOf({ component, startDate }: ICAL.Event, usual: string): string | undefined {
  const named = component.getFirstProperty('dtstart')?.getParameter('tzid');
  return typeof named === 'string' && isTimeZone(named) ? named : known(usual)[startDate.zone?.tzid ?? 'floating'];
}

const emailsOf = (component: ICAL.Component): readonly string[] =>
  component.getAllProperties('attendee').map(property =>
    String(property.getFirstValue())
      .replace(/^mailto:/i, '')
      .toLowerCase(),
  );

type Details = Pick<ReturnType<ICAL.Event['getOccurrenceDetails']>, 'item' | 'startDate'>;

/**
 * A shift ends at the wall time that it names, so that the next one begins there, also in the night in which the clocks
 * change. A zone with an IANA name is read by that name whatever the file says of it, a time of no zone by the walls of
 * the window's.
 */
function shiftOf({ item, startDate }: Details, window: Window): CalendarShift {
  const zone = zoneOf(item, window.zone);
  const lasts = wallOf(item.endDate) - wallOf(item.startDate);
  const instant = (wall: number): number | undefined =>
    zone === undefined ? undefined : instantOf(wallText(wall), zone);
  const from = instant(wallOf(startDate)) ?? startDate.toUnixTime() * 1_000;
  const to = instant(wallOf(startDate) + lasts) ?? from + lasts;
  return { from, to, summary: (item.summary ?? '').trim(), emails: emailsOf(item.component) };
}

const isIn = ({ from, to }: CalendarShift, window: Window): boolean =>
  from < window.until && to > window.from && from < to;

/** A moved occurrence may lie a while from where it was. */
const MOVED_WITHIN = 31 * DAY;

function repeated(event: ICAL.Event, window: Window): readonly CalendarShift[] {
  const found: CalendarShift[] = [];
  const dates = event.iterator();
  for (let count = 0; count < MOST_OCCURRENCES; count += 1) {
    const next = dates.next();
    if (!next || wallOf(next) > window.until + MOVED_WITHIN) break;
    found.push(shiftOf(event.getOccurrenceDetails(next), window));
  }
  return found;
}

/** Every occurrence of an event within the window, moved ones where they were moved to. */
function occurrencesOf(event: ICAL.Event, window: Window): readonly CalendarShift[] {
  const once = [shiftOf({ item: event, startDate: event.startDate }, window)];
  const found = event.isRecurring() ? repeated(event, window) : once;
  return found.filter(shift => isIn(shift, window));
}

const isException = (component: ICAL.Component): boolean => component.hasProperty('recurrence-id');

const uidOf = (component: ICAL.Component): unknown => component.getFirstPropertyValue('uid');

const isCancelled = (component: ICAL.Component): boolean =>
  String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED';

/**
 * The shifts of an iCalendar text within a window, by their beginning: VEVENTs with their repetitions, what is left out
 * of these and what was moved. Cancelled ones are none.
 *
 * @throws Error with what is wrong, where it is no calendar
 */
export function readShifts(text: string, window: Window): readonly CalendarShift[] {
  const calendar = readCalendarText(text);
  const events = calendar.getAllSubcomponents('vevent');
  const shifts = events
    .filter(component => !isException(component) && !isCancelled(component))
    .flatMap(component => {
      const exceptions = events.filter(other => isException(other) && uidOf(other) === uidOf(component));
      return occurrencesOf(new ICAL.Event(component, { strictExceptions: true, exceptions }), window);
    });
  return [...shifts].sort((one, other) => one.from - other.from);
}
