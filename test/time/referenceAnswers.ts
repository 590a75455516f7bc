import { compileCalendar, DAY, dueAfter, instantOf, isOpenAt, localText, openSegments } from '../../shared/src/time';
import { at, type Calendar, type CalendarSpec } from './instants';
import { shiftDate } from './wallModel';

/** How far the derived questions look for a flip: some cases ask for a Christmas several years away. */
const LOOK = 6 * 366 * DAY;

export function nextOpen(calendar: Calendar, instant: number): number {
  return dueAfter(calendar, instant, 1) - 1;
}

export function previousOpen(calendar: Calendar, instant: number): number {
  return dueAfter(calendar, instant, -1) + 1;
}

export function nextFlip(calendar: Calendar, instant: number, to: 'open' | 'closed'): number | undefined {
  const side = to === 'open' ? 0 : 1;
  return openSegments(calendar, instant, instant + LOOK)
    .map(segment => segment[side])
    .find(flip => flip > instant);
}

export function previousFlip(calendar: Calendar, instant: number, to: 'open' | 'closed'): number | undefined {
  const side = to === 'open' ? 0 : 1;
  return openSegments(calendar, instant - LOOK, instant)
    .map(segment => segment[side])
    .reverse()
    .find(flip => flip < instant);
}

/** A holiday closes a day that is otherwise open around the clock. */
export function isHoliday({ timeZone, holidays }: CalendarSpec, instant: number): boolean {
  const always = [['00:00', '24:00']] as const;
  const weekly = { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always };
  return !isOpenAt(compileCalendar({ timeZone, weekly, holidays }), instant);
}

export function isWorkingDay(calendar: Calendar, date: string): boolean {
  return openSegments(calendar, midnight(calendar, date), midnight(calendar, shiftDate(date, 1))).length > 0;
}

/** The n-th working day after (or before) a date, itself not counted. */
export function addWorkingDays(calendar: Calendar, date: string, days: number): string {
  const step = Math.sign(days);
  let reached = date;
  for (let left = Math.abs(days); left > 0;) {
    reached = shiftDate(reached, step);
    if (isWorkingDay(calendar, reached)) left -= 1;
  }
  return reached;
}

/** Working days after `from` up to and including `to`; negative where they are reversed. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let date = shiftDate(from, 1); date <= to; date = shiftDate(date, 1))
    count += isWorkingDay(calendar, date) ? 1 : 0;
  return count;
}

/** Whole working days later, at the same time of day or at that day's last closing time. */
export function moveByDays(calendar: Calendar, instant: number, days: number, endOfWorkingDay: boolean): number {
  const wall = localText(instant, calendar.timeZone);
  const date = addWorkingDays(calendar, wall.slice(0, 10), days);
  const belowMinute = instant % 60_000;
  if (!endOfWorkingDay) return atWall(calendar, `${date}${wall.slice(10)}`) + belowMinute;
  const open = openSegments(calendar, midnight(calendar, date), midnight(calendar, shiftDate(date, 1)));
  return open[open.length - 1]?.[1] ?? NaN;
}

/** The stretches in which a ticket waited, the last one endless where nothing ended it. */
export function pausesOf(events: readonly { at: string; type: string }[]): [number, number][] {
  const pauses: [number, number][] = [];
  for (const event of events) {
    const running = pauses.find(([, end]) => end === Infinity);
    if (event.type === 'pause' && running === undefined) pauses.push([at(event.at), Infinity]);
    if ((event.type === 'resume' || event.type === 'close') && running !== undefined) running[1] = at(event.at);
  }
  return pauses;
}

function midnight(calendar: Calendar, date: string): number {
  return atWall(calendar, `${date} 00:00`);
}

function atWall(calendar: Calendar, wall: string): number {
  const instant = instantOf(wall, calendar.timeZone);
  if (instant === undefined) throw new Error(`${wall} is no wall time`);
  return instant;
}
