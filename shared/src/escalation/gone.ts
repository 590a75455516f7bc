import type { HoldingParty } from '../agreement';
import type { Stretch } from './stretch';

/** How a ticket came to be gone from its desk. */
export type GoneHow = 'deleted' | 'spam' | 'merged';

/** A stretch in which a ticket was deleted or taken for spam, `[at, until)`; without `until` it still is. Epoch ms. */
export interface Deletion {
  readonly at: number;
  readonly until?: number;
  /** The party that answers for the time: of whoever deleted it, else of whoever had it. */
  readonly accountable: HoldingParty;
}

/** Another ticket was merged into this one at `at` (epoch ms). */
export interface Merge {
  readonly at: number;
  readonly ticket: string;
  /** By how much (service ms) the other one was due before this one now is: the review looks at it. */
  readonly bought?: number;
}

/** The time before this ticket was opened itself, as the ticket that was merged into it had spent it. */
export type Earlier = readonly Stretch[];
