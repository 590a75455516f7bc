import { Temporal } from 'temporal-polyfill';
import { YEARS, type Contestant, type ServiceHours } from './serviceHours';

const DAY = 86_400_000;
const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Every stretch of some years in order, by another library's arithmetic than Baton's. */
function stretchesOf({ timeZone, weekly, holidays }: ServiceHours, from: number, days: number): [number, number][] {
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO('UTC').toPlainDate();
  return Array.from({ length: days }, (_, n) => first.add({ days: n })).flatMap(day => {
    const name = WEEK[day.dayOfWeek % 7] ?? 'sun';
    const at = (plainTime: string): number => day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
    return holidays.includes(day.toString()) ? [] : weekly[name].map(([a, b]): [number, number] => [at(a), at(b)]);
  });
}

/**
 * What one would write by hand for these years alone: an index by day says how much came before an instant, and a
 * binary search over the running totals finds an instant again. No pauses, no refusals, nothing looked up on demand.
 */
export const dayIndex: Contestant = hours => {
  const from = YEARS[0] - 2 * DAY;
  const days = (YEARS[1] - YEARS[0]) / DAY + 400;
  const stretches = stretchesOf(hours, from, days);
  const starts = Float64Array.from(stretches, ([start]) => start);
  const ends = Float64Array.from(stretches, ([, end]) => end);
  const before = new Float64Array(stretches.length);
  for (let n = 1; n < before.length; n += 1) before[n] = before[n - 1]! + ends[n - 1]! - starts[n - 1]!;
  /** The first stretch that ends after the beginning of a day. */
  const index = Int32Array.from({ length: days }, (_, day) => ends.findIndex(end => end > from + day * DAY));
  const total = (at: number): number => {
    let n = index[Math.floor((at - from) / DAY)]!;
    while (ends[n]! <= at) n += 1;
    return before[n]! + Math.max(0, at - starts[n]!);
  };
  return {
    name: 'a day index by hand',
    elapsed: (start, end) => total(end) - total(start),
    due(start, owed) {
      const wanted = total(start) + owed;
      let [low, high] = [0, before.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (before[middle]! < wanted) low = middle + 1;
        else high = middle;
      }
      return starts[low - 1]! + wanted - before[low - 1]!;
    },
  };
};
