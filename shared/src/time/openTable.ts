import { localHours, type HourRules } from './hourRules';
import { DAY, FIRST_INSTANT, LAST_INSTANT } from './instant';
import { dayOf } from './localDay';
import { subtractSegments, type Segment } from './segment';
import { instantsShowing, offsetPieces } from './zone';

/**
 * The open segments of a calendar over the span looked at so far, with running totals.
 * `before[i]` is the service time between the table's origin and segment i (negative before the origin);
 * `before` has one entry more than there are segments, the total up to `to`. `byDay[n]` is the last segment that starts
 * at or before `from` and n days, -1 where there is none; it is laid out when it is first asked for.
 */
export interface OpenTable {
  readonly rules: HourRules;
  from: number;
  to: number;
  starts: number[];
  ends: number[];
  before: number[];
  byDay: Int32Array | undefined;
}

/** The span doubles with each extension between these two, so that a long walk costs few of them. */
const SHORTEST_STEP = 50 * DAY;
const LONGEST_STEP = 64 * SHORTEST_STEP;

/** A table that knows nothing yet; the first question gives it its place on the time line. */
export function emptyTable(rules: HourRules): OpenTable {
  return { rules, from: NaN, to: NaN, starts: [], ends: [], before: [0], byDay: undefined };
}

/** Extends the table until it knows the instant and the one after it, as far as the horizon allows. */
export function reach(table: OpenTable, at: number): void {
  if (Number.isNaN(table.from)) table.from = table.to = Math.max(FIRST_INSTANT, dayOf(at) * DAY);
  while (at < table.from && extendBack(table));
  while (at >= table.to && extendOn(table));
}

/** Looks further ahead; false where the horizon is reached. */
export function extendOn(table: OpenTable): boolean {
  if (table.to >= LAST_INSTANT) return false;
  const to = Math.min(LAST_INSTANT, table.to + nextStep(table));
  for (const segment of openBetween(table.rules, [table.to, to])) append(table, segment);
  table.to = to;
  table.byDay = undefined;
  return true;
}

/** Looks further back; false where the first instant is reached. */
export function extendBack(table: OpenTable): boolean {
  if (table.from <= FIRST_INSTANT) return false;
  const from = Math.max(FIRST_INSTANT, table.from - nextStep(table));
  const earlier = emptyTable(table.rules);
  for (const segment of openBetween(table.rules, [from, table.from])) append(earlier, segment);
  prepend(table, earlier);
  table.from = from;
  table.byDay = undefined;
  return true;
}

/** Lays the segments out by day, so that an instant finds its own without a search. */
export function layOutByDay({ from, to, starts }: OpenTable): Int32Array {
  const byDay = new Int32Array((to - from) / DAY + 1);
  let next = 0;
  for (let day = 0; day < byDay.length; day += 1) {
    while (next < starts.length && (starts[next] as number) <= from + day * DAY) next += 1;
    byDay[day] = next - 1;
  }
  return byDay;
}

function nextStep(table: OpenTable): number {
  return Math.min(LONGEST_STEP, Math.max(SHORTEST_STEP, table.to - table.from));
}

function append(table: OpenTable, [start, end]: Segment): void {
  const { starts, ends, before } = table;
  const count = starts.length;
  const isJoining = ends[count - 1] === start;
  if (!isJoining) starts.push(start);
  ends[isJoining ? count - 1 : count] = end;
  before[starts.length] = (before[count] ?? 0) + end - start;
}

function prepend(table: OpenTable, earlier: OpenTable): void {
  const { starts, ends, before } = earlier;
  const count = starts.length;
  const total = before[count] ?? 0;
  const shift = (table.before[0] ?? 0) - total;
  const isJoining = count > 0 && ends[count - 1] === table.starts[0];
  const own = isJoining ? 1 : 0;
  table.starts = starts.concat(table.starts.slice(own));
  table.ends = ends.slice(0, count - own).concat(table.ends);
  table.before = before
    .slice(0, count)
    .map(sum => sum + shift)
    .concat(table.before.slice(own));
}

/** Open segments within a span of instants, in normal form but for where other rules begin to count. */
function openBetween(rules: HourRules, [from, to]: Segment): Segment[] {
  const { former } = rules;
  if (!former || from >= former.until) return openBy(rules, [from, to]);
  if (to <= former.until) return openBetween(former.rules, [from, to]);
  return [...openBetween(former.rules, [from, former.until]), ...openBy(rules, [former.until, to])];
}

/** Open segments within a span by one set of rules, in normal form. */
function openBy(rules: HourRules, span: Segment): Segment[] {
  const pieces = offsetPieces(rules.timeZone, span);
  const firstDay = dayOf(Math.min(...pieces.map(({ start, offset }) => start + offset)));
  const lastDay = dayOf(Math.max(...pieces.map(({ end, offset }) => end + offset)));
  // One day more at the front: its shift may run past midnight into the span.
  return subtractSegments(instantsShowing(localHours(rules, [firstDay - 1, lastDay]), pieces), rules.closed);
}
