import type { WaitedFor } from '../agreement';

/**
 * One thing that happened to a clock. Epoch ms. A provisional pause counts once it is made a hold, or if whoever it
 * waited for ended it; ended otherwise, or found void, it never was. `of` is when the pause that is void had begun.
 */
export type Mark =
  | { readonly at: number; readonly is: 'start' | 'stop' | 'restart' }
  | { readonly at: number; readonly is: 'resume'; readonly by?: 'customer' }
  | { readonly at: number; readonly is: 'pause'; readonly whom: WaitedFor; readonly isProvisional?: true }
  | { readonly at: number; readonly is: 'hold'; readonly whom: WaitedFor }
  | { readonly at: number; readonly is: 'void'; readonly of: number };

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

type Paused = History & {
  readonly status: 'paused';
  readonly pausedAt: number;
  readonly whom: WaitedFor;
  /** Nobody has said yet that it is a hold. */
  readonly isProvisional?: true;
};

/** The history of one obligation's clock, and what it does now. */
export type Clock =
  | (History & { readonly status: 'running' })
  | Paused
  | (History & { readonly status: 'stopped'; readonly stoppedAt: number });

/** Puts a mark at its instant among the others, behind those of the same instant: late reports find their place. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const index = marks.findIndex(other => other.at > mark.at);
  if (index >= 0) return [...marks.slice(0, index), mark, ...marks.slice(index)];
  const all = [...marks, mark];
  if (marks.length > 0) read.set(all, stepped(clockOf(marks), mark));
  return all;
}

type Step<Is extends Mark['is']> = (clock: Clock, mark: Extract<Mark, { readonly is: Is }>) => Clock;

const history = ({ startedAt, pauses, gaps }: Clock): History => ({ startedAt, pauses, gaps });

const withPause = (clock: Paused, to: number): Clock => ({
  status: 'running',
  ...history(clock),
  pauses: [...clock.pauses, { from: clock.pausedAt, to, whom: clock.whom }],
});

const runOn = (clock: Clock): Clock => ({ status: 'running', ...history(clock) });

function endPause(clock: Clock, at: number, by?: 'customer'): Clock {
  if (clock.status !== 'paused') return clock;
  return clock.isProvisional && by === undefined ? runOn(clock) : withPause(clock, at);
}

function hold(clock: Clock, at: number, whom: WaitedFor): Clock {
  if (clock.status === 'stopped') return clock;
  const pausedAt = clock.status === 'paused' ? clock.pausedAt : at;
  return { status: 'paused', pausedAt, whom, ...history(clock) };
}

const steps: { readonly [Is in Mark['is']]: Step<Is> } = {
  start: clock => clock,
  pause: (clock, { at, whom, isProvisional }) =>
    clock.status === 'running'
      ? { status: 'paused', pausedAt: at, whom, ...history(clock), ...(isProvisional ? { isProvisional } : {}) }
      : clock,
  hold: (clock, { at, whom }) => hold(clock, at, whom),
  void: (clock, { of }) =>
    clock.status === 'paused' && clock.isProvisional && clock.pausedAt === of ? runOn(clock) : clock,
  resume: (clock, { at, by }) => endPause(clock, at, by),
  stop: (clock, { at }) =>
    clock.status === 'stopped' ? clock : { status: 'stopped', stoppedAt: at, ...history(endPause(clock, at)) },
  restart: (clock, { at }) =>
    clock.status === 'stopped'
      ? { status: 'running', ...history(clock), gaps: [...clock.gaps, { from: clock.stoppedAt, to: at }] }
      : clock,
};

const stepped = (clock: Clock, mark: Mark): Clock => (steps[mark.is] as Step<Mark['is']>)(clock, mark);

/** A list of marks is read many times on the way through a ledger, and is never changed. */
const read = new WeakMap<readonly Mark[], Clock>();

/**
 * The clock that a list of marks describes, oldest first. A mark that cannot apply (a second pause, a resume of a
 * running clock) changes nothing, so a doubled report is harmless. The first mark starts the clock.
 *
 * @example
 * clockOf([{ at: 0, is: 'start' }, { at: 60_000, is: 'stop' }]) //=> { status: 'stopped', stoppedAt: 60000, … }
 */
export function clockOf(marks: readonly Mark[]): Clock {
  const known = read.get(marks) ?? clockFrom(marks);
  read.set(marks, known);
  return known;
}

function clockFrom(marks: readonly Mark[]): Clock {
  const running: Clock = { status: 'running', startedAt: marks[0]?.at ?? 0, pauses: [], gaps: [] };
  return marks.reduce(stepped, running);
}

/** The clock as it was at `at` (epoch ms, inclusive). */
export const clockAt = (marks: readonly Mark[], at: number): Clock => clockOf(marks.filter(mark => mark.at <= at));
