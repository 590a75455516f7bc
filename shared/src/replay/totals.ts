import type { CaseMeasures } from './measures';

/** The sums over the cases of a log. Times in ms. */
export interface Totals {
  readonly cases: number;
  readonly events: number;
  readonly transfers: number;
  readonly loops: number;
  readonly reopenings: number;
  readonly serviceMs: number;
  readonly waitingMs: number;
  /** By name of the team, in the order of its code units; `nobody` before any was named. */
  readonly byTeam: Readonly<Record<string, number>>;
}

const COUNTS = ['events', 'transfers', 'loops', 'reopenings', 'serviceMs', 'waitingMs'] as const;

/** Adds up cases one by one, in whatever order they come. */
export function totalling(): { add(measures: CaseMeasures): void; readonly all: Totals } {
  const sums = { cases: 0, events: 0, transfers: 0, loops: 0, reopenings: 0, serviceMs: 0, waitingMs: 0 };
  const teams = new Map<string, number>();
  return {
    add(measures) {
      sums.cases += 1;
      for (const name of COUNTS) sums[name] += measures[name];
      for (const [team, ms] of Object.entries(measures.byTeam)) teams.set(team, (teams.get(team) ?? 0) + ms);
    },
    get all() {
      const byTeam = Object.fromEntries([...teams].sort(([a], [b]) => (a < b ? -1 : 1)));
      return { ...sums, byTeam };
    },
  };
}
