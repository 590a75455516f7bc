import { DAY, HOUR, MINUTE } from './instant';

/** What a text says of a date and a time of day, as it is read part by part; years and months as written. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
  /** 0 in the morning, 12 in the afternoon; undefined on a clock of 24 hours. */
  half: number | undefined;
  /** What the text says itself of its offset, ms; undefined where it says none. */
  offset: number | undefined;
  /** The instant itself, epoch ms, where the text is a timestamp. */
  at: number | undefined;
}

/** One token of a date-fns format: what it looks like, and what it says. */
export interface DateToken {
  readonly looks: string;
  readonly read: (parts: DateParts, text: string) => void;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const DAYS = 'sunday|monday|tuesday|wednesday|thursday|friday|saturday';
const short = (names: readonly string[]): string => names.map(name => name.slice(0, 3)).join('|');

const digits = (most: number, read: (parts: DateParts, value: number) => void): DateToken => ({
  looks: `\\d{1,${most}}`,
  read: (parts, text) => read(parts, Number(text)),
});
const month = (looks: string): DateToken => ({
  looks,
  read: (parts, text) => {
    parts.month = MONTHS.findIndex(name => name.startsWith(text.toLowerCase().slice(0, 3))) + 1;
  },
});
/** Two digits mean 1970 to 2069. */
const shortYear = digits(2, (parts, value) => {
  parts.year = value + (value < 70 ? 2000 : 1900);
});
const year = digits(4, (parts, value) => void (parts.year = value));
const monthNumber = digits(2, (parts, value) => void (parts.month = value));
const day = digits(2, (parts, value) => void (parts.day = value));
const hour = digits(2, (parts, value) => void (parts.hour = value));
const hourOfHalf = digits(2, (parts, value) => {
  parts.hour = value === 12 ? 0 : value < 12 ? value : NaN;
  parts.half ??= 0;
});
const minute = digits(2, (parts, value) => void (parts.minute = value));
const second = digits(2, (parts, value) => void (parts.second = value));
const fraction: DateToken = {
  looks: '\\d{1,9}',
  read: (parts, text) => {
    parts.ms = thousandths(text);
  },
};
const half: DateToken = {
  looks: '[ap]\\.?m\\.?|[ap]',
  read: (parts, text) => {
    parts.half = /^p/i.test(text) ? 12 : 0;
  },
};
const offset: DateToken = {
  looks: 'Z|[+-]\\d{2}(?::?\\d{2})?',
  read: (parts, text) => {
    parts.offset = offsetMs(text);
  },
};
const weekday = (looks: string): DateToken => ({ looks, read: () => undefined });

/** Milliseconds of the digits after a decimal point; what is finer is cut off. */
export function thousandths(digits: string | undefined): number {
  return digits === undefined ? 0 : Math.floor(Number(`0.${digits}`) * 1000 + 1e-6);
}

/** Milliseconds of an offset such as `Z`, `+02:00`, `+0200` or `+02`. */
export function offsetMs(text: string): number {
  if (text.length === 1) return 0;
  const size = Number(text.slice(1, 3)) * HOUR + Number(text.slice(3).replace(':', '')) * MINUTE;
  return text.startsWith('-') ? -size : size;
}

/** The tokens of date-fns that are read here; the others are rare in logs. */
export const DATE_TOKENS: Readonly<Record<string, DateToken>> = {
  ...{ yy: shortYear, y: year, yyyy: year, u: year, uuuu: year },
  ...{ M: monthNumber, MM: monthNumber, L: monthNumber, LL: monthNumber },
  ...{ MMM: month(short(MONTHS)), MMMM: month(MONTHS.join('|')), LLL: month(short(MONTHS)) },
  ...{ d: day, dd: day, H: hour, HH: hour, h: hourOfHalf, hh: hourOfHalf },
  ...{ m: minute, mm: minute, s: second, ss: second, S: fraction, SS: fraction, SSS: fraction, SSSSSS: fraction },
  ...{ a: half, aa: half, aaa: half, aaaa: half, aaaaa: half },
  ...{ x: offset, xx: offset, xxx: offset, X: offset, XX: offset, XXX: offset },
  ...{ E: weekday(short(DAYS.split('|'))), EEE: weekday(short(DAYS.split('|'))), EEEE: weekday(DAYS) },
  t: { looks: '-?\\d{1,12}', read: (parts, text) => void (parts.at = Number(text) * 1000) },
  T: { looks: '-?\\d{1,15}', read: (parts, text) => void (parts.at = Number(text)) },
};

/** Local midnight of a date, as if the wall clock were UTC; undefined where there is no such date. */
function midnightOf({ year, month, day }: DateParts): number | undefined {
  if (!(year >= 1000 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  const midnight = Date.UTC(year, month - 1, day);
  return new Date(midnight).getUTCDate() === day ? midnight : undefined;
}

/** Local ms of what was read, as if the wall clock were UTC; undefined where there is no such date or time of day. */
export function localMs(parts: DateParts): number | undefined {
  const { hour, minute, second, ms, half } = parts;
  const midnight = midnightOf(parts);
  const time = (hour + (half ?? 0)) * HOUR + minute * MINUTE + second * 1000 + ms;
  // 24:00 is the end of the day in ISO 8601; no other time has a 24th hour.
  const isTime = time <= DAY && minute < 60 && second < 60;
  return midnight === undefined || !isTime ? undefined : midnight + time;
}
