import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The workbench's time: one clock that both stand-ins, both platform hosts and the apps inside them read.
 * It runs with the real clock from where it was set, can be paused, and can jump forward. A jump passes
 * through every alarm on the way, in order, so that nothing scheduled is skipped.
 */
export interface WorkbenchClock {
  /** Epoch ms (UTC) on the workbench. */
  now(): number;
  /** Ms on the machine, whatever this clock says: quotas of a paused workbench are not exhausted for ever. */
  elapsed(): number;
  isPaused(): boolean;
  pause(): void;
  run(): void;
  /** Calls `job` once when the clock reaches `at` (epoch ms). Returns a function that takes the alarm back. */
  alarm(at: number, label: string, job: () => Promise<void>): () => void;
  /** The next alarm that will ring, if any. */
  next(): { at: number; label: string } | undefined;
  /**
   * Moves forward to `to` (epoch ms), ringing every alarm on the way and waiting for its job. Never backwards.
   * Neither this nor `ring` can be called by a job: it would wait for itself, so it is refused.
   */
  jump(to: number): Promise<void>;
  /** Rings what is due by now; called by the workbench's heartbeat. */
  ring(): Promise<void>;
  /** Difference to the machine's clock in ms, to be kept between starts. */
  offset(): number;
  /** Calls the listener when the clock is set, paused or started. Returns a function that ends this. */
  onChange(listener: () => void): () => void;
}

/** What a quota's window is measured with. */
export type Passage = Pick<WorkbenchClock, 'now' | 'elapsed'>;

interface Alarm {
  at: number;
  label: string;
  job: () => Promise<void>;
}

export function workbenchClock(
  start: { offset: number },
  machineNow: () => number = Date.now,
  elapsed: () => number = () => performance.now(),
): WorkbenchClock {
  let offset = start.offset;
  let pausedAt: number | undefined;
  let turn: Promise<void> = Promise.resolve();
  const alarms: Alarm[] = [];
  const listeners = new Set<() => void>();
  const insideJob = new AsyncLocalStorage<string>();

  const now = () => pausedAt ?? machineNow() + offset;
  const set = (at: number) => {
    if (pausedAt !== undefined) pausedAt = at;
    else offset = at - machineNow();
    listeners.forEach(listener => listener());
  };
  const takeDue = (until: number) => {
    const due = alarms.filter(alarm => alarm.at <= until).sort((a, b) => a.at - b.at)[0];
    if (due) alarms.splice(alarms.indexOf(due), 1);
    return due;
  };
  const passThrough = async (until: number) => {
    for (let due = takeDue(until); due; due = takeDue(until)) {
      if (due.at > now()) set(due.at);
      await insideJob.run(due.label, due.job);
    }
  };
  const inTurn = async (work: () => Promise<void>) => {
    const job = insideJob.getStore();
    if (job !== undefined) throw new Error(`The alarm "${job}" cannot wait for the clock that waits for it.`);
    await (turn = turn.then(work, work));
  };

  return {
    now,
    elapsed,
    isPaused: () => pausedAt !== undefined,
    pause: () => {
      pausedAt = now();
      listeners.forEach(listener => listener());
    },
    run: () => {
      if (pausedAt === undefined) return;
      offset = pausedAt - machineNow();
      pausedAt = undefined;
      listeners.forEach(listener => listener());
    },
    alarm: (at, label, job) => {
      const alarm = { at, label, job };
      alarms.push(alarm);
      return () => {
        const index = alarms.indexOf(alarm);
        if (index >= 0) alarms.splice(index, 1);
      };
    },
    next: () => alarms.map(({ at, label }) => ({ at, label })).sort((a, b) => a.at - b.at)[0],
    jump: to =>
      inTurn(async () => {
        await passThrough(to);
        if (to > now()) set(to);
      }),
    ring: () => inTurn(() => passThrough(now())),
    offset: () => now() - machineNow(),
    onChange: listener => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
