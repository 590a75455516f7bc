import dayjs from 'dayjs';
import dayjsBusinessTime from 'dayjs-business-time';
import moment from 'moment';
import 'moment-business-time';
import type { Contestant } from './serviceHours';

declare module 'moment' {
  interface Moment {
    addWorkingTime(count: number, unit: string): Moment;
    workingDiff(other: Moment, unit: string): number;
  }
}

const MINUTE = 60_000;

/** Both count on the machine's own zone, and keep one calendar for the whole process. */
const stayIn = (timeZone: string): void => {
  process.env['TZ'] = timeZone;
};

/** It counts whole minutes. */
export const dayjsPlugin: Contestant = ({ timeZone, weekly, holidays }) => {
  stayIn(timeZone);
  dayjs.extend(dayjsBusinessTime);
  const { sun, mon, tue, wed, thu, fri, sat } = weekly;
  const hours = (day: typeof sun) =>
    day.length === 0 ? null : day.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` }));
  dayjs.setBusinessTime({
    ...{ sunday: hours(sun), monday: hours(mon), tuesday: hours(tue), wednesday: hours(wed) },
    ...{ thursday: hours(thu), friday: hours(fri), saturday: hours(sat) },
  });
  dayjs.setHolidays([...holidays]);
  return {
    name: 'dayjs-business-time',
    elapsed: (start, end) => dayjs(start).businessMinutesDiff(dayjs(end)) * MINUTE,
    due: (start, owed) =>
      dayjs(start)
        .addBusinessMinutes(owed / MINUTE)
        .valueOf(),
  };
};

/** Where a stretch ends before the last opening of its day, its difference also takes off the time until that one. */
export const momentPlugin: Contestant = ({ timeZone, weekly, holidays }) => {
  stayIn(timeZone);
  const { sun, mon, tue, wed, thu, fri, sat } = weekly;
  const days = [sun, mon, tue, wed, thu, fri, sat].map(day => (day.length === 0 ? null : day.flat()));
  const more = { workinghours: { ...days }, holidays };
  moment.updateLocale(moment.locale(), more as moment.LocaleSpecification);
  return {
    name: 'moment-business-time',
    elapsed: (start, end) => moment(end).workingDiff(moment(start), 'minutes') * MINUTE,
    due: (start, owed) =>
      moment(start)
        .addWorkingTime(owed / MINUTE, 'minutes')
        .valueOf(),
  };
};
