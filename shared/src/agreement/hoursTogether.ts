import {
  calendarProblems,
  compileCalendar,
  DAY,
  intersectSegments,
  openSegments,
  readInstant,
  segmentsLength,
  subtractSegments,
  type CalendarSpec,
  type Segment,
} from '../time';

type Calendar = ReturnType<typeof compileCalendar>;
type Asked = WeakMap<CalendarSpec, unknown>;

const mondays = ['2026-01-05T00:00:00Z', '2026-07-06T00:00:00Z'].map(text => readInstant(text) ?? 0);
const MONTH = 30 * DAY;
/** Looked ahead, so that every holiday of a year is met. */
const MONTHS = 13;

/** An answer about two calendars, found once: thousands of cells run on a few of them, and none ever changes. */
export function ofPair<Answer>(find: (one: CalendarSpec, other: CalendarSpec) => Answer) {
  const known = new WeakMap<CalendarSpec, Asked>();
  return (one: CalendarSpec, other: CalendarSpec): Answer => {
    const asked = known.get(one) ?? (new WeakMap() as Asked);
    known.set(one, asked);
    if (!asked.has(other)) asked.set(other, find(one, other));
    return asked.get(other) as Answer;
  };
}

/** Without holidays and days that differ. */
const usual = ({ timeZone, weekly }: CalendarSpec): Calendar => compileCalendar({ timeZone, weekly });

const inWeek = (calendar: Calendar, monday: number): Segment[] => [...openSegments(calendar, monday, monday + 7 * DAY)];

/** Whether two calendars are ever open together in a usual week; one that cannot be read is no obstacle. */
export const openTogether = ofPair((one, other) => {
  if ([one, other].some(spec => calendarProblems(spec).length > 0)) return true;
  const [first, second] = [usual(one), usual(other)];
  return mondays.some(monday => intersectSegments(inWeek(first, monday), inWeek(second, monday)).length > 0);
});

const apart = (one: Calendar, other: Calendar, start: number, end: number): readonly Segment[] =>
  subtractSegments([...openSegments(one, start, end)], [...openSegments(other, start, end)]);

/** Time in which the first is open and the other is not, in the longer of a winter's and a summer's usual week, ms. */
export const weeklyApart = ofPair((one, other) => {
  const [first, second] = [usual(one), usual(other)];
  return Math.max(...mondays.map(monday => segmentsLength(apart(first, second, monday, monday + 7 * DAY))));
});

/** When the first is open next after `at` (epoch ms) and the other is not; undefined if not within a year. */
export function nextApart(one: CalendarSpec, other: CalendarSpec, at: number): Segment | undefined {
  const [first, second] = [compileCalendar(one), compileCalendar(other)];
  for (let month = 0; month < MONTHS; month += 1) {
    const [found] = apart(first, second, at + month * MONTH, at + (month + 1) * MONTH);
    if (found !== undefined) return found;
  }
  return undefined;
}
