import { compileCalendar } from '../time';
import type { Agreed } from './agreed';
import { autopsyOf, type Autopsy } from './autopsy';
import { comparing, type Comparison } from './comparing';
import { backwards, courseOf, type Course } from './course';
import { findingsOf, type Findings } from './findings';
import { flawList, type Flaw, type Flaws } from './flaw';
import { foreseeing } from './foreseeing';
import type { LoggedCase } from './logEvent';
import type { Mapping } from './mapping';
import { caseMeasures, type CaseMeasures } from './measures';
import type { Outlook } from './outlook';
import { simulate } from './simulate';
import { teamWatch, type TeamsAlike } from './teamsAlike';
import { totalling, type Totals } from './totals';

/** Epoch ms: cases opened from then (inclusive) until then (exclusive). */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** What is to be replayed beside the measures. */
export interface ReplayPlan {
  readonly mapping: Mapping;
  readonly period: Period;
  /** What the history is held against, if anything. */
  readonly agreed?: Agreed | undefined;
  /** A second agreement to hold beside the first. */
  readonly against?: Agreed | undefined;
  /** The case to look into. */
  readonly autopsy?: string | undefined;
}

/** What a log came to. */
export interface Replayed {
  readonly totals: Totals;
  readonly flaws: Flaws;
  /** Epoch ms of the first and the last event that was counted; undefined where there was none. */
  readonly span: readonly [first: number, last: number] | undefined;
  /** Teams that may be of one party: a suggestion for the mapping. */
  readonly teamsAlike: readonly TeamsAlike[];
  /** Teams of which nothing tells whose they are. */
  readonly unplaced: readonly string[];
  readonly outlook?: Outlook;
  readonly comparison?: Comparison;
  readonly autopsy?: Autopsy;
}

/** What one case counted, and what the agreement says of it where one governs it. */
export interface ReplayedCase {
  readonly measures: CaseMeasures;
  readonly findings?: Findings | undefined;
}

/** A replay that is told its cases one by one, so that it holds no more than what they add up to. */
export interface Replaying {
  readonly flaw: (flaw: Flaw) => void;
  /** Replays one case; undefined where it was not opened in the period. */
  readonly replay: (logged: LoggedCase) => ReplayedCase | undefined;
  readonly replayed: () => Replayed;
}

/** Runs cases through the rules of one agreement or two. */
function foresight({ agreed, against, autopsy }: ReplayPlan) {
  const outlook = foreseeing(agreed?.zone);
  const comparison = comparing();
  let wanted: Autopsy | undefined;
  const see = (course: Course, by: Agreed): Findings | undefined =>
    findingsOf(course.id, simulate(course, by), by.zone);
  return {
    add(course: Course): Findings | undefined {
      if (!agreed) return undefined;
      const findings = see(course, agreed);
      outlook.add(findings);
      if (against) comparison.add(findings, see(course, against));
      if (findings && course.id === autopsy) wanted = autopsyOf(findings);
      return findings;
    },
    all: () => ({
      ...(agreed ? { outlook: outlook.all } : {}),
      ...(agreed && against ? { comparison: comparison.all } : {}),
      ...(wanted ? { autopsy: wanted } : {}),
    }),
  };
}

/**
 * Begins a replay.
 *
 * @throws CalendarError for a calendar that `readMapping` did not read
 */
export function replaying(plan: ReplayPlan): Replaying {
  const { mapping, period, agreed } = plan;
  const words = { waiting: new Set(mapping.waiting), resolved: new Set(mapping.resolved) };
  const calendar = mapping.calendar && compileCalendar(mapping.calendar);
  const [flaws, totals, watch, foreseen] = [flawList(), totalling(), teamWatch(), foresight(plan)];
  let [first, last] = [Infinity, -Infinity];
  return {
    flaw: flaws.add,
    replay(logged) {
      const course = courseOf(logged, words);
      if (course.opened < period.from || course.opened >= period.to) return undefined;
      for (const flaw of backwards(logged)) flaws.add(flaw);
      const measures = caseMeasures(course, calendar);
      totals.add(measures);
      watch.add(course);
      first = Math.min(first, course.opened);
      last = Math.max(last, course.standings[course.standings.length - 1]?.at ?? first);
      return { measures, findings: foreseen.add(course) };
    },
    replayed: () => ({
      ...{ totals: totals.all, flaws: flaws.all, span: first <= last ? [first, last] : undefined },
      teamsAlike: watch.alike,
      unplaced: agreed ? watch.teams.filter(team => agreed.homeOf(team) === undefined) : [],
      ...foreseen.all(),
    }),
  };
}
