import type { CalendarErrorCode, CalendarProblem } from './calendarError';
import type { DayHours, HourRules } from './hourRules';
import { DAY } from './instant';
import { fileUnder, WEEKDAYS, type DateTable } from './localDay';
import { readInstant } from './readInstant';
import { mergeSegments, type Segment } from './segment';
import { timeOfDay } from './wallTime';
import { isTimeZone } from './zone';

/** Notes one problem; reading goes on, so that an author hears of all of them at once. */
type Report = (code: CalendarErrorCode, path: string, message: string) => void;

const KEYS = ['timeZone', 'weekly', 'holidays', 'dates', 'breaks', 'closed', 'holidayKeepsTail'];

/** Reads a calendar of unknown origin: the rules as far as they could be read, and every problem in order. */
export function readSpec(spec: unknown): { rules: HourRules; problems: CalendarProblem[] } {
  const problems: CalendarProblem[] = [];
  const report: Report = (code, path, message) => problems.push({ code, path, message });
  const source = readObject(spec, 'calendar', report);
  reportOtherKeys(source, report);
  const rules: HourRules = {
    timeZone: readZone(source['timeZone'], report),
    weekly: readWeekly(source['weekly'], report),
    holidays: readHolidays(source['holidays'], report),
    dates: readDates(source['dates'], 'dates', report),
    breaks: readDates(source['breaks'], 'breaks', report),
    closed: readClosed(source['closed'], report),
    holidayKeepsTail: readFlag(source['holidayKeepsTail'], report),
  };
  return { rules, problems };
}

function reportOtherKeys(source: object, report: Report): void {
  for (const key of Object.keys(source)) {
    if (!KEYS.includes(key)) report('unknown-key', key, `a calendar has no such part; it has ${KEYS.join(', ')}`);
  }
}

function readZone(zone: unknown, report: Report): string {
  if (isTimeZone(zone)) return zone;
  report('unknown-zone', 'timeZone', `${JSON.stringify(zone)} is no IANA time zone such as "Europe/Vilnius"`);
  return 'UTC';
}

function readWeekly(weekly: unknown, report: Report): DayHours[] {
  const source = readObject(weekly, 'weekly', report);
  for (const key of Object.keys(source)) {
    if (!WEEKDAYS.some(day => day === key)) {
      report('unknown-key', `weekly.${key}`, 'days are mon, tue, wed, thu, fri, sat and sun');
    }
  }
  return WEEKDAYS.map(day => readHours(source[day] ?? [], `weekly.${day}`, report));
}

function readHolidays(holidays: unknown = [], report: Report): DateTable<true> {
  const table: DateTable<true> = { on: new Map(), yearly: new Map() };
  readList(holidays, 'holidays', report).forEach((date, index) => {
    if (typeof date !== 'string' || !fileUnder(table, date, true)) reportDate(date, `holidays.${index}`, report);
  });
  return table;
}

function readDates(dates: unknown = {}, path: string, report: Report): DateTable<DayHours> {
  const table: DateTable<DayHours> = { on: new Map(), yearly: new Map() };
  for (const [date, hours] of Object.entries(readObject(dates, path, report))) {
    if (!fileUnder(table, date, readHours(hours, `${path}.${date}`, report))) {
      reportDate(date, `${path}.${date}`, report);
    }
  }
  return table;
}

function reportDate(date: unknown, path: string, report: Report): void {
  report('bad-date', path, `${JSON.stringify(date)} is no date; write YYYY-MM-DD, or *-MM-DD for every year`);
}

function readHours(hours: unknown, path: string, report: Report): DayHours {
  return readList(hours, path, report).flatMap((interval, index) => {
    const [start, end] = readPair(interval).map(text => timeOfDay(text));
    if (start !== undefined && end !== undefined && start < DAY) return [[start, end <= start ? end + DAY : end]];
    const expected = 'write ["HH:mm", "HH:mm"] or with seconds, 00:00 to 24:00, starting before 24:00';
    report('bad-interval', `${path}.${index}`, `${JSON.stringify(interval)} is no interval; ${expected}`);
    return [];
  });
}

function readClosed(closed: unknown = [], report: Report): Segment[] {
  const segments = readList(closed, 'closed', report).flatMap((closure, index): Segment[] => {
    const [start, end] = readPair(closure).map(text => readInstant(text));
    if (start !== undefined && end !== undefined && start < end) return [[start, end]];
    const expected = 'write two instants such as "2026-12-28T12:00:00Z", the later one last';
    report('bad-closure', `closed.${index}`, `${JSON.stringify(closure)} is no closure; ${expected}`);
    return [];
  });
  return mergeSegments(segments);
}

function readFlag(flag: unknown = false, report: Report): boolean {
  if (typeof flag !== 'boolean') report('bad-shape', 'holidayKeepsTail', 'must be true or false');
  return flag === true;
}

function readPair(pair: unknown): string[] {
  const isPair = Array.isArray(pair) && pair.length === 2 && pair.every(text => typeof text === 'string');
  return isPair ? pair : [];
}

function readList(list: unknown, path: string, report: Report): readonly unknown[] {
  if (Array.isArray(list)) return list;
  report('bad-shape', path, 'must be a list');
  return [];
}

function readObject(value: unknown, path: string, report: Report): { readonly [key: string]: unknown } {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as { [key: string]: unknown };
  report('bad-shape', path, 'must be an object');
  return {};
}
