import type { Placement } from '../agreement';

/** How custody came to lie where it lies. */
export type CustodyHow =
  | 'opened'
  | 'claimed'
  | 'passed'
  | 'routed'
  | 'history'
  | 'accepted'
  | 'deemed'
  | 'as it is'
  | 'stalemate'
  | 'decided'
  | 'disputed'
  | 'lapsed'
  | 'left'
  | 'shift'
  | 'command'
  | 'after command';

/** From `at` on (epoch ms) custody lies with `to`. */
export interface CustodyEntry {
  readonly at: number;
  readonly to: Placement;
  readonly how: CustodyHow;
  /** When it had to be claimed, pinned once the promise it was judged by was replaced. */
  readonly due?: number;
}
