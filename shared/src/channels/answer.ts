import { DeskError, type DeskErrorCode } from '../failures';
import type { Outcome } from '../ticket';

/** How a channel answered: its HTTP status, and for how long it wants to be left alone, ms. */
export interface Answer {
  readonly status: number;
  readonly waits?: number;
}

/** Why a channel did not take a message. */
export type Failure = Pick<Outcome, 'waits'> & { readonly because: NonNullable<Outcome['because']> };

/** As long as a channel may ask to be left alone: a day, ms. */
const LONGEST = 86_400_000;

const exceptions: Readonly<Record<number, Failure['because']>> = Object.freeze({ 408: 'unreachable', 429: 'busy' });
const classes: Readonly<Record<number, Failure['because']>> = Object.freeze({ 3: 'redirected', 4: 'refused' });

const reason = (status: number): Failure['because'] | undefined =>
  status >= 200 && status < 300
    ? undefined
    : (exceptions[status] ?? classes[Math.floor(status / 100)] ?? 'unreachable');

/** Why a channel that answered so did not take the message; undefined where it did. */
export function failureOf({ status, waits }: Answer): Failure | undefined {
  const because = reason(status);
  if (because === undefined) return undefined;
  return { because, ...(waits === undefined ? {} : { waits: Math.min(LONGEST, Math.max(0, Math.round(waits))) }) };
}

const failures: Readonly<Partial<Record<DeskErrorCode, Failure['because']>>> = Object.freeze({
  busy: 'busy',
  refused: 'refused',
  'not-allowed': 'refused',
  'not-found': 'refused',
});

/** Why a desk or channel that did not answer, or a desk that refused, took no message. @throws whatever is neither */
export function unanswered(error: unknown): Failure {
  if (!(error instanceof DeskError)) throw error;
  const because = failures[error.code] ?? 'unreachable';
  return { because, ...(error.details.retryAfter === undefined ? {} : { waits: error.details.retryAfter }) };
}
