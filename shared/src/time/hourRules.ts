import { DAY } from './instant';
import { entriesDuring, weekdayOf, type DateTable } from './localDay';
import { mergeSegments, subtractSegments, type Segment } from './segment';

/** Hours of one local day, in ms since its midnight; an end past `DAY` is a tail into the next day. */
export type DayHours = readonly Segment[];

/** A calendar's text, read: what the walk over local days needs, and nothing to parse any more. */
export interface HourRules {
  readonly timeZone: string;
  /** Seven days, Sunday first. */
  readonly weekly: readonly DayHours[];
  readonly holidays: DateTable<true>;
  readonly dates: DateTable<DayHours>;
  readonly breaks: DateTable<DayHours>;
  /** Instants in normal form, unlike all the rest, which is local. */
  readonly closed: readonly Segment[];
  readonly holidayKeepsTail: boolean;
  /** What counted before an instant (epoch ms, exclusive), where these are not the first rules. */
  readonly former?: { readonly until: number; readonly rules: HourRules };
}

/** Says whether any rule ever opens, so that a search need not run to the horizon to learn that none does. */
export function hasHours(rules: HourRules): boolean {
  const everyDay = [...rules.weekly, ...rules.dates.on.values(), ...rules.dates.yearly.values()];
  return everyDay.some(hours => hours.length > 0);
}

/** Open local time of the days `first` to `last` (inclusive), tails into the day after included. */
export function localHours(rules: HourRules, [first, last]: readonly [first: number, last: number]): Segment[] {
  const hoursOf = dayReader(rules, [first, last + 1]);
  const hours: Segment[] = [];
  for (let day = first; day <= last; day += 1) {
    // A tail cut at midnight is what a holiday leaves of the shift before it.
    const isTailCut = hoursOf(day + 1) === CLOSED && !rules.holidayKeepsTail;
    place(hoursOf(day), day, isTailCut ? DAY : 2 * DAY, hours);
  }
  return subtractSegments(mergeSegments(hours), breaksDuring(rules, [first, last]));
}

/** The hours of a holiday, which unlike any other day without hours closes what runs into it. */
const CLOSED: DayHours = [];

/** A date with hours of its own is a day like any other: being a holiday too closes nothing, not even a tail. */
function dayReader(rules: HourRules, days: readonly [number, number]): (day: number) => DayHours {
  const dates = entriesDuring(rules.dates, days, (_, once) => once);
  const holidays = entriesDuring(rules.holidays, days, () => true);
  return day => dates.get(day) ?? (holidays.has(day) ? CLOSED : (rules.weekly[weekdayOf(day)] ?? []));
}

function breaksDuring(rules: HourRules, days: readonly [number, number]): Segment[] {
  const breaks: Segment[] = [];
  const entries = entriesDuring(rules.breaks, days, (yearly, once) => [...yearly, ...once]);
  for (const [day, hours] of entries) place(hours, day, 2 * DAY, breaks);
  return mergeSegments(breaks);
}

function place(hours: DayHours, day: number, latestEnd: number, into: Segment[]): void {
  const midnight = day * DAY;
  for (const [start, end] of hours) into.push([midnight + start, midnight + Math.min(end, latestEnd)]);
}
