import { refuse } from './failure';

/** Takes one call from a quota, or refuses with 429. */
export type Quota = (what?: string) => void;

/**
 * So many calls per minute. The minute passes on the workbench clock or on the machine's, whichever is
 * first, so that a paused workbench does not lock its panel for ever.
 */
export function minuteQuota(limit: number, what: string, now: () => number): Quota {
  let left = limit;
  let opened = { bench: now(), machine: performance.now() };
  return () => {
    if (now() - opened.bench >= 60_000 || performance.now() - opened.machine >= 60_000) {
      left = limit;
      opened = { bench: now(), machine: performance.now() };
    }
    if (left <= 0) refuse(429, `Rate limit exceeded: ${limit} ${what} per minute`);
    left -= 1;
  };
}
