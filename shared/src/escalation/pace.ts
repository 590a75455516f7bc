import type { Obligation } from './owing';
import { promiseReading } from './promise';
import type { Open } from './state';
import { stayer, staySince } from './stays';

/** Why a warning by pace is given: what stays like this one needed, and what was left then; service ms. */
export interface Pace {
  readonly needed: number;
  readonly left: number;
}

/** A warning by the pace of the team that has it: at an instant in epoch ms, once for each stay. */
export interface PaceWarning {
  readonly name: string;
  readonly at: number;
  readonly pace: Pace;
}

/** How much of the resolve clock three of four stays with the team that has it took at most; undefined while too few are known. */
function neededBy(state: Open): number | undefined {
  const entry = state.custody.at(-1);
  return entry && state.terms.pace?.[stayer(entry)];
}

/**
 * When less is left to resolve it than the team that has it has needed so far, if its clock runs on: at `from` (epoch
 * ms) at the earliest. Nothing where the target itself is shorter than that, or is missed before.
 */
export function paceWarning(state: Open, owed: Obligation, from: number): PaceWarning | undefined {
  const needed = owed.kind === 'resolve' ? neededBy(state) : undefined;
  if (needed === undefined || needed >= owed.within) return undefined;
  const since = staySince(state);
  const at = Math.max(owed.passes(owed.within - needed + 1), since, from);
  if (at >= owed.passes(owed.within + 1)) return undefined;
  const left = Math.round(promiseReading(state, 'resolve', at)?.remaining ?? 0);
  return { name: `pace ${since}`, at, pace: { needed, left } };
}
