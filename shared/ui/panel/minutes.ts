import { countdownText } from '../../src/panel/wording';
import type { CountdownView } from '../../src/panel/view';

const MINUTE = 60_000;

const leftAfter = ({ remaining, ticksFor }: CountdownView, passed: number): number =>
  remaining - Math.min(Math.max(passed, 0), ticksFor);

/** What a countdown says some ms after its view arrived. */
export const wordsAfter = (countdown: CountdownView, passed: number): string =>
  countdownText(countdown, passed, countdown.ticksFor);

/** Whole minutes left, negative once it is overdue. */
export const minutesAfter = (countdown: CountdownView, passed: number): number =>
  Math.floor(leftAfter(countdown, passed) / MINUTE);

/** How long until the words change, in ms; nothing where the clock stands still. */
export function untilNextMinute(countdown: CountdownView, passed: number): number | undefined {
  if (passed >= countdown.ticksFor) return undefined;
  const left = leftAfter(countdown, passed);
  return (((left % MINUTE) + MINUTE) % MINUTE) + 1;
}

/** The moments worth reading out, in minutes left. */
const thresholds: readonly number[] = [60, 30, 15, 5, 0];

/** Whether a moment worth reading out lies between two readings in minutes. */
export const isThresholdBetween = (before: number, after: number): boolean =>
  thresholds.some(threshold => before >= threshold && after < threshold);
