import type { HoldingParty, WaitedFor } from '../agreement';

/** Why a running minute counts as it does: the rows of rules §5.2. */
export type RunningAs =
  | 'in hand'
  | 'unclaimed'
  | 'unclaimed past target'
  | 'offered'
  | 'outside their hours'
  | 'unanswered'
  | 'un-batoned'
  | 'deleted'
  | 'asked'
  | 'asked past target';

/** Who uses a running minute. */
export type User = HoldingParty | 'vendor' | 'nobody';

/** A stretch of open time, `[from, to)` in epoch ms, `ms` of it service time on the resolve calendar. */
export type Stretch =
  | {
      readonly is: 'running';
      readonly from: number;
      readonly to: number;
      readonly ms: number;
      readonly usedBy: User;
      readonly accountable: HoldingParty;
      readonly as: RunningAs;
    }
  | {
      readonly is: 'paused';
      readonly from: number;
      readonly to: number;
      readonly ms: number;
      readonly waitedFor: WaitedFor;
    };

const sameKind = (a: Stretch, b: Stretch): boolean => {
  if (a.is === 'paused') return b.is === 'paused' && a.waitedFor === b.waitedFor;
  if (b.is === 'paused') return false;
  return a.as === b.as && a.usedBy === b.usedBy && a.accountable === b.accountable;
};

/** Joins a stretch to the one before where nothing changed between them. */
export function joined(before: readonly Stretch[], next: Stretch): readonly Stretch[] {
  const last = before[before.length - 1];
  if (!last || last.to !== next.from || !sameKind(last, next)) return [...before, next];
  return [...before.slice(0, -1), { ...last, to: next.to, ms: last.ms + next.ms }];
}
