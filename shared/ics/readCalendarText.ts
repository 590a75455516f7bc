import ICAL from 'ical.js';

/** As large as a file of holidays or shifts may be, in characters: years of them fit into a tenth of it. */
const LARGEST = 1_000_000;

const unreadable = 'The calendar file cannot be read: it has to be one whole VCALENDAR, as programs export it.';

/**
 * An iCalendar text as its one calendar.
 *
 * @throws Error that says what is wrong, where it is too large or no calendar
 */
export function readCalendarText(text: string): ICAL.Component {
  if (text.length > LARGEST)
    throw new Error('The calendar file has more than a million characters. Export a smaller one.');
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    if (calendar.name === 'vcalendar') return calendar;
  } catch (cause) {
    throw new Error(unreadable, { cause });
  }
  throw new Error(unreadable);
}
