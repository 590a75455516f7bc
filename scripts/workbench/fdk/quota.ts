import type { Passage } from '../clock';
import { refuse } from './failure';

/** Takes one call from a quota, or refuses with 429. */
export type Quota = (what?: string) => void;

/**
 * So many calls per minute. The minute passes on the workbench clock or on the machine's, whichever is
 * first, so that a paused workbench does not lock its panel for ever.
 */
export function minuteQuota(limit: number, what: string, { now, elapsed }: Passage): Quota {
  let left = limit;
  let opened = { bench: now(), machine: elapsed() };
  return () => {
    if (now() - opened.bench >= 60_000 || elapsed() - opened.machine >= 60_000) {
      left = limit;
      opened = { bench: now(), machine: elapsed() };
    }
    if (left <= 0) refuse(429, `Rate limit exceeded: ${limit} ${what} per minute`);
    left -= 1;
  };
}
