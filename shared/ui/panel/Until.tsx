import type { PanelView } from '../../src/panel/view';
import { Countdown } from './Countdown';

interface UntilProps {
  readonly view: PanelView;
  readonly since: number;
  readonly now: () => number;
}

/** Until when, and how much is left. */
export function Until({ view: { deadline }, since, now }: UntilProps) {
  if (!deadline) return null;
  return (
    <p className="baton-deadline" data-tone={deadline.tone}>
      {deadline.title} · <Countdown countdown={deadline.countdown} since={since} now={now} />
    </p>
  );
}
