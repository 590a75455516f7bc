import { elapsedWithin, type Calendar } from '../time';
import type { Course, Standing } from './course';

/** Whose time it is before a team was named. */
export const NOBODY = 'nobody';

/** Time in ms, exact: the times by team add up to `serviceMs`. */
export interface TimeSpent {
  readonly serviceMs: number;
  readonly waitingMs: number;
  readonly byTeam: Readonly<Record<string, number>>;
}

/** What one case counted. Instants in epoch ms. */
export interface CaseMeasures extends TimeSpent {
  readonly id: string;
  readonly opened: number;
  readonly closed: number | null;
  readonly events: number;
  /** Changes from one named team to another. */
  readonly transfers: number;
  /** Three consecutive named teams A, B, A. */
  readonly loops: number;
  /** Moves from a resolved status to one that is not. */
  readonly reopenings: number;
}

const reopenings = (standings: readonly Standing[]): number =>
  standings.filter(({ isResolved }, index) => !isResolved && standings[index - 1]?.isResolved === true).length;

const loops = (teams: readonly string[]): number => teams.filter((team, index) => teams[index - 2] === team).length;

/**
 * The stretches of a case from its first event to its last, each with how the event that began it left the case. After
 * its close it is resolved throughout, so that whoever leaves out resolved time stops there.
 */
export function* stretches({ standings }: Course): Generator<readonly [Standing, number, number]> {
  for (const [index, standing] of standings.entries()) {
    const next = standings[index + 1];
    if (next !== undefined) yield [standing, standing.at, next.at];
  }
}

/** Time between opening and close, on the calendar or around the clock; resolved time counts nowhere. */
export function timeSpent(course: Course, calendar: Calendar | undefined): TimeSpent {
  const byTeam: Record<string, number> = Object.create(null) as Record<string, number>;
  let [serviceMs, waitingMs] = [0, 0];
  for (const [{ isResolved, isWaiting, team = NOBODY }, from, to] of stretches(course)) {
    if (isResolved) continue;
    const spent = calendar === undefined ? to - from : elapsedWithin(calendar, from, to);
    if (isWaiting) {
      waitingMs += spent;
      continue;
    }
    serviceMs += spent;
    byTeam[team] = (byTeam[team] ?? 0) + spent;
  }
  return { serviceMs, waitingMs, byTeam };
}

/** Counts one case. */
export function caseMeasures(course: Course, calendar: Calendar | undefined): CaseMeasures {
  const { id, opened, closed, standings, teams } = course;
  return {
    id,
    opened,
    closed,
    events: standings.length,
    transfers: Math.max(0, teams.length - 1),
    loops: loops(teams),
    reopenings: reopenings(standings),
    ...timeSpent(course, calendar),
  };
}
