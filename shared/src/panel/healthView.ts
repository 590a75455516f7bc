import type { LozengeView } from './view';

/** One thing to know of how Baton itself is doing, in finished words. */
export interface HealthLineView {
  /** "What fell due". */
  readonly name: string;
  readonly text: string;
  /** Only where somebody should look. */
  readonly lozenge?: LozengeView;
}

/** Whether Baton keeps up: what it has done last, what waits, and what somebody should know. */
export interface HealthView {
  /** "As of 12:05". */
  readonly asOf: string;
  readonly lines: readonly HealthLineView[];
  /** This viewer may have what waits tried again at once. */
  readonly mayRetry: boolean;
  /** This viewer may try out what alerts from outside would open. */
  readonly mayTest: boolean;
}
