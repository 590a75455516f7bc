import type { PanelView } from '../../src/panel/view';
import { Bar } from './Bar';
import { Countdown } from './Countdown';

interface DeadlineProps {
  readonly view: PanelView;
  readonly since: number;
  readonly now: () => number;
}

/** Until when, how much is left, and who used the rest. */
export function Deadline({ view, since, now }: DeadlineProps) {
  const { deadline, bar } = view;
  if (!deadline && !bar) return null;
  return (
    <section className="baton-section" aria-label="Time">
      {deadline && (
        <div className="baton-deadline" data-tone={deadline.tone}>
          <h3 className="baton-strong">{deadline.title}</h3>
          <p className="baton-muted">
            <Countdown countdown={deadline.countdown} since={since} now={now} />
            {deadline.note && <span className="baton-note">{deadline.note}</span>}
          </p>
        </div>
      )}
      {bar && <Bar bar={bar} />}
    </section>
  );
}
