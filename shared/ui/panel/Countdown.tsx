import { useEffect, useState } from 'react';
import type { CountdownView } from '../../src/panel/view';
import { isThresholdBetween, minutesAfter, untilNextMinute, wordsAfter } from './minutes';

interface CountdownProps {
  readonly countdown: CountdownView;
  /** When the view arrived, on the clock `now` reads. */
  readonly since: number;
  readonly now: () => number;
}

/** Time left in words. The text follows every minute; it is read out only when a threshold is passed. */
export function Countdown({ countdown, since, now }: CountdownProps) {
  const passed = useMinutes(countdown, since, now);
  const minutes = minutesAfter(countdown, passed);
  const words = wordsAfter(countdown, passed);
  const [heard, setHeard] = useState({ minutes, words: '' });
  if (heard.minutes !== minutes) {
    setHeard({ minutes, words: isThresholdBetween(heard.minutes, minutes) ? words : heard.words });
  }
  return (
    <>
      <span className={minutes < 0 ? 'baton-countdown baton-countdown-over' : 'baton-countdown'}>{words}</span>
      <span className="baton-unseen" aria-live="polite">
        {heard.words}
      </span>
    </>
  );
}

/** Ms since the view arrived, read anew whenever the words change. */
export function useMinutes(countdown: CountdownView, since: number, now: () => number): number {
  const [ticks, setTicks] = useState(0);
  const passed = now() - since;
  const wait = untilNextMinute(countdown, passed);
  const isTicking = wait !== undefined;
  useEffect(() => {
    if (wait === undefined) return undefined;
    const timer = setTimeout(() => setTicks(ticks + 1), wait);
    return () => clearTimeout(timer);
    // One timer per minute shown, not one per drawing.
  }, [ticks, since, isTicking]);
  return passed;
}
