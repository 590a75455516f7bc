import { dueAfter, elapsedWithin, type Calendar } from '../time';
import type { Clock, Gap, Pause } from './clock';

interface Read {
  /** The target, elapsed and remaining together. */
  readonly within: number;
  readonly elapsed: number;
  readonly remaining: number;
  /** While paused: when it would be due if it ran on from now. */
  readonly dueAt: number;
}

/** What a clock says at an instant. Durations are service time in ms on the target's calendar. */
export type Reading = Read &
  (
    | { readonly status: 'running' | 'met' | 'missed' }
    | { readonly status: 'paused'; readonly pausedAt: number; readonly whom: string }
  );

/** Pauses and gaps of a clock until `now`, the one still running included, as `[from, to]` pairs in epoch ms. */
export function stoppedSpans(clock: Clock, now: number): [number, number][] {
  const ended = [...clock.pauses, ...clock.gaps].map((span: Pause | Gap): [number, number] => [span.from, span.to]);
  if (clock.status === 'paused' && clock.pausedAt < now) return [...ended, [clock.pausedAt, now]];
  return ended;
}

/**
 * Reads a clock against a target. `within` is service time in ms; a clock that stopped is judged at its stop.
 * A running clock past its due instant has a negative `remaining`.
 *
 * @example
 * // Nine to five in UTC, started at 09:00 with four hours: due 13:00, two hours left at 11:00.
 */
export function readClock(
  clock: Clock,
  target: { readonly within: number; readonly calendar: Calendar },
  now: number,
  alsoStopped: readonly (readonly [number, number])[] = [],
): Reading {
  const until = clock.status === 'stopped' ? clock.stoppedAt : Math.max(now, clock.startedAt);
  const except = [...stoppedSpans(clock, until), ...alsoStopped.map(([from, to]): [number, number] => [from, to])];
  const elapsed = elapsedWithin(target.calendar, clock.startedAt, until, { except });
  const remaining = target.within - elapsed;
  const dueAt = dueAfter(target.calendar, clock.startedAt, target.within, { except });
  const reading = { within: target.within, elapsed, remaining, dueAt };
  if (clock.status === 'stopped') return { status: remaining < 0 ? 'missed' : 'met', ...reading };
  if (clock.status === 'paused') return { status: 'paused', ...reading, pausedAt: clock.pausedAt, whom: clock.whom };
  return { status: 'running', ...reading };
}
