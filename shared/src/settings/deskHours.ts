import type { AgreementDocument } from '../agreement';
import { zoneOfRails, type Weekday } from '../time';
import type { DeskHours } from './deskView';

/** A calendar as the agreement writes it. */
export type CalendarDocument = AgreementDocument['calendars'][string];

const weekdays: readonly (readonly [name: string, short: Weekday])[] = [
  ['monday', 'mon'],
  ['tuesday', 'tue'],
  ['wednesday', 'wed'],
  ['thursday', 'thu'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
];

/** `8:00` and `08:00:00` are one time; the last minute of a day is how desks write its end. */
function wallTime(text: string): string {
  const [hour = '', minute = '00'] = text.trim().split(':');
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return time === '23:59' ? '24:00' : time;
}

/** Yearly days are `--MM-DD` on the desk and `*-MM-DD` in an agreement. */
const holiday = (date: string): string => date.replace(/^--/, '*-').slice(0, 10);

/** What became of a desk's hours: a calendar to put into the agreement, or why there is none and what to do. */
export type ImportedHours =
  { readonly ok: true; readonly calendar: CalendarDocument } | { readonly ok: false; readonly sentence: string };

/** The hours of a desk as a calendar of the agreement. */
export function importedHours({ name, zone, days, holidays }: DeskHours): ImportedHours {
  const timeZone = zoneOfRails(zone);
  if (timeZone === undefined) {
    return { ok: false, sentence: `“${name}” is in “${zone}”, a zone Baton does not know. Choose its zone yourself.` };
  }
  const weekly = Object.fromEntries(
    weekdays.flatMap(([long, short]) => {
      const open = days[long];
      return open ? [[short, [[wallTime(open[0]), wallTime(open[1])]]]] : [];
    }),
  );
  const closed = holidays.map(holiday);
  return { ok: true, calendar: { timeZone, weekly, ...(closed.length > 0 ? { holidays: closed } : {}) } };
}
