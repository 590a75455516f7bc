import type { CalendarSpec, IntervalSpec } from '../../shared/src/time';

/**
 * The rule of the calendar told a second time and in another way: look at the wall clock of one instant through Intl,
 * and ask whether that wall time lies in an interval of its day or in the tail of the day before. Slow, and shares no
 * code with the tables it checks.
 */
export function isOpenOnTheWall(spec: CalendarSpec, instant: number): boolean {
  const { date, second } = wallOf(spec.timeZone, instant);
  const before = shiftDate(date, -1);
  const isOpen =
    hoursOf(spec, date).some(interval => lies(interval, second)) ||
    (hoursOf(spec, before).some(interval => lies(interval, second + 86_400)) && !isTailClosed(spec, date));
  return isOpen && !isBroken(spec, date, second) && !isBroken(spec, before, second + 86_400) && !isShut(spec, instant);
}

interface Wall {
  readonly date: string;
  readonly second: number;
}

/** Walls already looked at: Intl is the slow part, and several calendars walk the same nights. */
const walls = new Map<string, Map<number, Wall>>();

function wallOf(zone: string, instant: number): Wall {
  const known = walls.get(zone) ?? new Map<number, Wall>();
  walls.set(zone, known);
  const wall = known.get(instant) ?? readWall(zone, instant);
  known.set(instant, wall);
  return wall;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function readWall(zone: string, instant: number): Wall {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  formats.set(zone, format);
  const [date = '', time = ''] = format.format(instant).split(' ');
  return { date, second: secondsOf(time) };
}

function secondsOf(time: string): number {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return hour * 3600 + minute * 60 + second;
}

function lies([start, end]: IntervalSpec, second: number): boolean {
  const [from, to] = [secondsOf(start), secondsOf(end)];
  return second >= from && second < (to <= from ? to + 86_400 : to);
}

function hoursOf(spec: CalendarSpec, date: string): readonly IntervalSpec[] {
  const replaced = replacedOn(spec, date);
  if (replaced !== undefined) return replaced;
  return isHoliday(spec, date) ? [] : (spec.weekly[weekdayOf(date)] ?? []);
}

function replacedOn({ dates = {} }: CalendarSpec, date: string): readonly IntervalSpec[] | undefined {
  return dates[date] ?? dates[everyYear(date)];
}

function isHoliday({ holidays = [] }: CalendarSpec, date: string): boolean {
  return holidays.includes(date) || holidays.includes(everyYear(date));
}

function isTailClosed(spec: CalendarSpec, date: string): boolean {
  return isHoliday(spec, date) && replacedOn(spec, date) === undefined && spec.holidayKeepsTail !== true;
}

function isBroken({ breaks = {} }: CalendarSpec, date: string, second: number): boolean {
  return [...(breaks[date] ?? []), ...(breaks[everyYear(date)] ?? [])].some(interval => lies(interval, second));
}

function isShut({ closed = [] }: CalendarSpec, instant: number): boolean {
  return closed.some(([start, end]) => instant >= Date.parse(start) && instant < Date.parse(end));
}

function everyYear(date: string): string {
  return `*${date.slice(4)}`;
}

export function shiftDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function weekdayOf(date: string): 'sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return (['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)[day] ?? 'sun';
}
