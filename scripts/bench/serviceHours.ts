import type { CalendarSpec, Weekday } from '@baton/shared';
import { drawing } from './drawing';

/** Hours that every contestant understands: local wall time in whole minutes, none past midnight, whole days off. */
export interface ServiceHours {
  readonly name: string;
  readonly timeZone: string;
  readonly weekly: Readonly<Record<Weekday, readonly (readonly [from: string, to: string])[]>>;
  /** `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** Something that answers for service hours. Instants in epoch ms, durations in ms, both whole minutes. */
export interface Answerer {
  readonly name: string;
  /** Service time from `start` (inclusive) to `end` (exclusive). */
  readonly elapsed: (start: number, end: number) => number;
  /** The earliest instant by which that much service time, more than none, has elapsed since `start`. */
  readonly due: (start: number, owed: number) => number;
}

/** Names a contestant and lays the hours out for it. */
export type Contestant = (hours: ServiceHours) => Answerer;

/** An instant, a later one, and the service time between them; epoch ms and ms. */
export interface Question {
  readonly start: number;
  readonly end: number;
  readonly owed: number;
}

const MINUTE = 60_000;
const [FIRST, LAST] = [Date.UTC(2024, 0, 1), Date.UTC(2026, 11, 31)];
const OFF = ['01-01', '02-16', '03-11', '05-01', '06-24', '07-06', '08-15', '11-01', '12-24', '12-25', '12-26'];

const about = {
  timeZone: 'Europe/Vilnius',
  holidays: [2024, 2025, 2026].flatMap(year => OFF.map(date => `${year}-${date}`)),
};
const workday = [
  ['08:00', '12:00'],
  ['13:00', '17:00'],
] as const;
const night = [['00:00', '08:00']] as const;

/** An office, and a watch that is open while clocks change. */
export const allHours: readonly ServiceHours[] = [
  {
    ...{ name: 'office', ...about },
    weekly: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday, sat: [], sun: [] },
  },
  {
    ...{ name: 'nights', ...about },
    weekly: { mon: night, tue: night, wed: night, thu: night, fri: night, sat: night, sun: night },
  },
];

/** The same hours as an agreement writes them. */
export const specOf = ({ timeZone, weekly, holidays }: ServiceHours): CalendarSpec => ({ timeZone, weekly, holidays });

/** The years that questions are drawn from; epoch ms, inclusive and exclusive. */
export const YEARS = [FIRST, LAST] as const;

/** So many questions over stretches of half a span to a whole one; at least a minute of each is open. */
export function drawnQuestions(count: number, span: number, { elapsed }: Answerer): readonly Question[] {
  const draw = drawing(11);
  const questions: Question[] = [];
  while (questions.length < count) {
    const start = FIRST + draw((LAST - FIRST - span) / MINUTE) * MINUTE;
    const end = start + (span / 2 / MINUTE + draw(span / 2 / MINUTE)) * MINUTE;
    const owed = elapsed(start, end);
    if (owed > 0) questions.push({ start, end, owed });
  }
  return questions;
}
