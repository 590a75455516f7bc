import { compileCalendar } from '../../shared/src/time';
import type { CalendarSpec } from './instants';

/** Uneven days in Vilnius (UTC+2, in summer UTC+3), so that a mistaken day or hour shows. */
export const officeSpec: CalendarSpec = {
  timeZone: 'Europe/Vilnius',
  weekly: {
    mon: [['09:00', '17:00']],
    tue: [
      ['08:00', '12:00'],
      ['13:00', '18:00'],
    ],
    wed: [['09:00', '17:00']],
    thu: [['10:00', '16:00']],
    fri: [['09:00', '15:30']],
  },
};

export const office = compileCalendar(officeSpec);

/** Monday to Sunday around the clock, in UTC. */
export const aroundTheClock = compileCalendar({
  timeZone: 'UTC',
  weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [['00:00', '24:00']]])),
});
