import type { HoldingParty, WaitedFor } from '../agreement';
import type { FactData } from './events';

/** Why the weekly review looks at a hold by itself (rules §5.6). */
export type HoldReview = NonNullable<FactData<'HoldPlaced'>['review']>[number];

/** A claimed reason why the clock is paused: who says so, whom is waited for and since when. Epoch ms. */
export interface Hold {
  readonly since: number;
  readonly placedAt: number;
  readonly whom: WaitedFor;
  /** Whose hold it is: the other party may say that nobody was waited for. */
  readonly party: HoldingParty;
  readonly person?: string;
  /** The public message that had asked the customer. */
  readonly asked?: number;
  readonly review: readonly HoldReview[];
  readonly isDisputed?: true;
  /** When it had lasted as long as the agreement allows. */
  readonly ranOutAt?: number;
}
