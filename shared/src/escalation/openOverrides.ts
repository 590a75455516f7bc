import type { ExceptionKind } from '../agreement';
import type { Approver, Override } from './override';
import type { Open } from './state';

/** Until when (epoch ms, exclusive) it counts, once it does. */
const endOf = ({ until, endedAt = until }: Override): number => Math.min(until, endedAt);

/** Whether it counts at `at` (epoch ms). */
const counts = (override: Override, at: number): boolean =>
  override.from !== undefined && override.from <= at && at < endOf(override);

/** The override under which something of a kind may pass at `at` (epoch ms); the first that was asked. */
export const overrideAt = ({ overrides = [] }: Open, kind: ExceptionKind, at: number): Override | undefined =>
  overrides.find(override => override.kind === kind && counts(override, at));

/** Whether it may be moved without a handoff at `at` (epoch ms). */
export const isOverridden = (state: Open, at: number): boolean => overrideAt(state, 'transfer', at) !== undefined;

/** What is asked or counts and has not ended, oldest first. */
export const openOverrides = ({ overrides = [] }: Open): readonly Override[] =>
  overrides.filter(({ endedAt }) => endedAt === undefined);

/** Whose approval is missing yet: nobody's once it is given or has ended. */
export function missingApprovals({ owed, isAny, approvals, isGiven, endedAt }: Override): readonly Approver[] {
  if (isGiven || endedAt !== undefined || (isAny && approvals.length > 0)) return [];
  return owed.filter(({ party }) => !approvals.some(approval => approval.party === party));
}
