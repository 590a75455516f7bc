import type { PanelView } from '../../src/panel/view';
import { Actions, type Pressing } from './Actions';

interface JudgingProps extends Pressing {
  readonly judging: PanelView['judging'];
}

/** What somebody thinks of the escalation, for the review: one press, below everything else. */
export function Judging({ judging = [], ...pressing }: JudgingProps) {
  if (judging.length === 0) return null;
  return (
    <section className="baton-section" aria-label="For the review">
      <Actions actions={judging} {...pressing} />
    </section>
  );
}
