/** The door to what calendar files say; apart from the core, since only it needs a reader of iCalendar. */
export { readHolidays, type Holiday, type Holidays } from './readHolidays';
export { readShifts, type CalendarShift, type Window } from './readShifts';
