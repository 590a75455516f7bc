import { compileCalendar } from '../time';
import { backwards, courseOf, type Course } from './course';
import { flawList, type Flaw, type Flaws } from './flaw';
import type { LoggedCase } from './logEvent';
import type { Mapping } from './mapping';
import { caseMeasures, type CaseMeasures } from './measures';
import { totalling, type Totals } from './totals';

/** Epoch ms: cases opened from then (inclusive) until then (exclusive). */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** What a log came to. */
export interface Replayed {
  readonly totals: Totals;
  readonly flaws: Flaws;
  /** Epoch ms of the first and the last event that was counted; undefined where there was none. */
  readonly span: readonly [first: number, last: number] | undefined;
}

/** What is left to say about a case: its life in order, and what was counted of it. */
export interface ReplayedCase {
  readonly course: Course;
  readonly measures: CaseMeasures;
}

/** A replay that is told its cases one by one, so that it holds no more than what they add up to. */
export interface Replaying {
  readonly flaw: (flaw: Flaw) => void;
  /** Replays one case; undefined where it was not opened in the period. */
  readonly replay: (logged: LoggedCase) => ReplayedCase | undefined;
  readonly replayed: () => Replayed;
}

/**
 * Begins a replay.
 *
 * @throws CalendarError for a calendar that `readMapping` did not read
 */
export function replaying(mapping: Mapping, period: Period): Replaying {
  const words = { waiting: new Set(mapping.waiting), resolved: new Set(mapping.resolved) };
  const calendar = mapping.calendar && compileCalendar(mapping.calendar);
  const flaws = flawList();
  const totals = totalling();
  let [first, last] = [Infinity, -Infinity];
  return {
    flaw: flaws.add,
    replay(logged) {
      const course = courseOf(logged, words);
      if (course.opened < period.from || course.opened >= period.to) return undefined;
      for (const flaw of backwards(logged)) flaws.add(flaw);
      const measures = caseMeasures(course, calendar);
      totals.add(measures);
      first = Math.min(first, course.opened);
      last = Math.max(last, course.standings[course.standings.length - 1]?.at ?? first);
      return { course, measures };
    },
    replayed: () => ({ totals: totals.all, flaws: flaws.all, span: first <= last ? [first, last] : undefined }),
  };
}
