import type { CountdownView, LozengeView } from '../../src/panel/view';
import { useKit } from '../kit';
import { useMinutes } from './Countdown';
import { wordsAfter } from './minutes';

interface StateProps {
  readonly lozenge: LozengeView;
  readonly since: number;
  readonly now: () => number;
}

/** A state as a lozenge; where it counts minutes, they go on. */
export function State({ lozenge, ...clock }: StateProps) {
  const { Lozenge } = useKit();
  const { text, tone, countdown } = lozenge;
  return countdown ? <Counting tone={tone} countdown={countdown} {...clock} /> : <Lozenge text={text} tone={tone} />;
}

interface CountingProps {
  readonly tone: LozengeView['tone'];
  readonly countdown: CountdownView;
  readonly since: number;
  readonly now: () => number;
}

function Counting({ tone, countdown, since, now }: CountingProps) {
  const { Lozenge } = useKit();
  return <Lozenge text={wordsAfter(countdown, useMinutes(countdown, since, now))} tone={tone} />;
}
