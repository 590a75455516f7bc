import type { ComponentType, ReactNode } from 'react';
import type { DeadlineView, PanelView } from '../../src/panel/view';
import { Countdown } from './Countdown';

interface UntilProps {
  readonly view: PanelView;
  readonly since: number;
  readonly now: () => number;
}

/** Until when, and how much is left. */
export function Until({ view: { deadline }, since, now }: UntilProps) {
  if (!deadline) return null;
  const Clock = clocks[deadline.tone] ?? Running;
  return (
    <Clock deadline={deadline}>
      <Countdown countdown={deadline.countdown} since={since} now={now} />
    </Clock>
  );
}

interface ClockProps {
  readonly deadline: DeadlineView;
  /** The minutes. */
  readonly children: ReactNode;
}

/** The clock runs, or has stopped for good: until when. */
export function Running({ deadline, children }: ClockProps) {
  return (
    <p className="baton-deadline" data-tone={deadline.tone}>
      {deadline.title} · {children}
    </p>
  );
}

/** The clock stands still: for whom first, since nothing goes on before they move. */
export function Paused({ deadline, children }: ClockProps) {
  return (
    <p className="baton-deadline" data-tone="paused">
      <span className="baton-strong">{deadline.paused}</span>
      <br />
      {deadline.title} · {children}
    </p>
  );
}

/** Little is left: the minutes first. */
export function AtRisk({ deadline, children }: ClockProps) {
  return (
    <p className="baton-deadline" data-tone="at risk">
      {children} · {deadline.title}
    </p>
  );
}

/** Too late: by how much first. */
export function Breached({ deadline, children }: ClockProps) {
  return (
    <p className="baton-deadline" data-tone="breached">
      {children} · {deadline.title}
    </p>
  );
}

const clocks: Partial<Readonly<Record<DeadlineView['tone'], ComponentType<ClockProps>>>> = {
  paused: Paused,
  'at risk': AtRisk,
  breached: Breached,
};
