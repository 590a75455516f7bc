import type { WaitedFor } from '../agreement';

/** One thing that happened to a clock. Epoch ms. */
export type Mark =
  | { readonly at: number; readonly is: 'start' | 'resume' | 'stop' | 'restart' }
  | { readonly at: number; readonly is: 'pause'; readonly whom: WaitedFor };

/** A finished pause, `[from, to)` in epoch ms, and whom it waited for. */
export interface Pause {
  readonly from: number;
  readonly to: number;
  readonly whom: WaitedFor;
}

/** A stretch between resolving and reopening, `[from, to)` in epoch ms: neither running nor paused. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

interface History {
  readonly startedAt: number;
  readonly pauses: readonly Pause[];
  readonly gaps: readonly Gap[];
}

/** The history of one obligation's clock, and what it does now. */
export type Clock =
  | (History & { readonly status: 'running' })
  | (History & { readonly status: 'paused'; readonly pausedAt: number; readonly whom: WaitedFor })
  | (History & { readonly status: 'stopped'; readonly stoppedAt: number });

/** Puts a mark at its instant among the others, behind those of the same instant: late reports find their place. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const index = marks.findIndex(other => other.at > mark.at);
  return index < 0 ? [...marks, mark] : [...marks.slice(0, index), mark, ...marks.slice(index)];
}

type Step = (clock: Clock, mark: Mark) => Clock;

const history = ({ startedAt, pauses, gaps }: Clock): History => ({ startedAt, pauses, gaps });

const endPause = (clock: Clock, at: number): Clock =>
  clock.status === 'paused'
    ? {
        ...history(clock),
        status: 'running',
        pauses: [...clock.pauses, { from: clock.pausedAt, to: at, whom: clock.whom }],
      }
    : clock;

const steps: Record<Mark['is'], Step> = {
  start: clock => clock,
  pause: (clock, mark) =>
    clock.status === 'running' && mark.is === 'pause'
      ? { ...history(clock), status: 'paused', pausedAt: mark.at, whom: mark.whom }
      : clock,
  resume: (clock, mark) => endPause(clock, mark.at),
  stop: (clock, mark) =>
    clock.status === 'stopped'
      ? clock
      : { ...history(endPause(clock, mark.at)), status: 'stopped', stoppedAt: mark.at },
  restart: (clock, mark) =>
    clock.status === 'stopped'
      ? { ...history(clock), status: 'running', gaps: [...clock.gaps, { from: clock.stoppedAt, to: mark.at }] }
      : clock,
};

/**
 * The clock that a list of marks describes, oldest first. A mark that cannot apply (a second pause, a resume of a
 * running clock) changes nothing, so a doubled report is harmless. The first mark starts the clock.
 *
 * @example
 * clockOf([{ at: 0, is: 'start' }, { at: 60_000, is: 'stop' }]) //=> { status: 'stopped', stoppedAt: 60000, … }
 */
export function clockOf(marks: readonly Mark[]): Clock {
  const running: Clock = { status: 'running', startedAt: marks[0]?.at ?? 0, pauses: [], gaps: [] };
  return marks.reduce<Clock>((clock, mark) => steps[mark.is](clock, mark), running);
}

/** The clock as it was at `at` (epoch ms, inclusive). */
export const clockAt = (marks: readonly Mark[], at: number): Clock => clockOf(marks.filter(mark => mark.at <= at));
