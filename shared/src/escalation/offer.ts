import type { Crossing } from '../agreement';
import type { Named } from './transfer';

/** The time one offer stood, `[from, to)`; without `to` it still stands. Rungs keep who had to answer from when. */
export interface OfferSpan {
  readonly handoff: string;
  readonly crossing: Crossing;
  readonly team: string;
  readonly from: number;
  readonly to?: number;
  readonly answer?: 'accepted' | 'declined' | 'returned' | 'withdrawn';
  /** The accepted handoff that it gave back. */
  readonly returns?: string;
  /** When it had to be answered, pinned once the promise it was judged by was replaced. */
  readonly due?: number;
  /** A coordinator had to sort it first; since when (epoch ms) its team was asked, where that came to it. */
  readonly triage?: { readonly askedAt?: number };
}

/** The offer that stands now. */
export interface Offer {
  readonly handoff: string;
  readonly crossing: Crossing;
  readonly to: { readonly party: 'msp' | 'client'; readonly team: string; readonly person?: string };
  readonly by: string;
  readonly reason: string;
  readonly deadline: number;
  readonly offeredAt: number;
  /** Which rung has to answer, 0 being the receiving team, and since when. */
  readonly rung: number;
  readonly rungSince: number;
  /** Names of the packet's texts → salted hash. */
  readonly texts: Readonly<Record<string, string>>;
  /** The accepted handoff that this offer gives back. */
  readonly returns?: string;
  /** A rung has let its time to answer pass. */
  readonly isMissed?: true;
  /** Who has to sort it before the team is asked. */
  readonly triage?: string;
  /** Who owes the decision once the ladder has ended. */
  readonly owed?: readonly string[];
  /** Whom somebody else put it under on the desk: who did, and when (epoch ms). Ids of the agreement or native ones. */
  readonly named?: Named;
  /** Who of the receiver has begun to work on it, and since when (epoch ms). */
  readonly working?: { readonly to: Offer['to']; readonly at: number };
}

/** What the holder promised when accepting. */
export interface Promised {
  readonly handoff: string;
  readonly deadline: number;
  /** The deadline before an exception put it off. */
  readonly before?: number;
  readonly texts: Readonly<Record<string, string>>;
}
