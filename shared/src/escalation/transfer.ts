import type { HoldingParty, Placement } from '../agreement';

/** Whose name somebody else wrote into the desk's fields, and when (epoch ms). */
export interface Named {
  readonly person: string;
  readonly by: string;
  readonly at: number;
}

/**
 * How an un-batoned transfer ended; `corrected` ones count nowhere, `overtaken` is one that something else had settled
 * before it became known.
 */
export type TransferEnd =
  | 'corrected'
  | 'completed'
  | 'accepted as it is'
  | 'first work'
  | 'taken back'
  | 'returned'
  | 'moved back'
  | 'resolved'
  | 'overtaken';

/**
 * A move across the boundary, or to a team of the same party that a packet was owed, which nothing explained (rules §2), `[at, until)`; without `until` it is not put right yet.
 * Custody stays with the giver meanwhile; the party of whoever moved it is accountable for the time.
 */
export interface Transfer {
  /** Names it within its escalation: `t1`, `t2` … */
  readonly id: string;
  readonly at: number;
  /** Where the desk's fields lie, in the party it went to. */
  readonly to: Placement;
  readonly accountable: HoldingParty;
  /** Who moved it: agreement id, else native id, else a rule's name; absent where the desk does not say. */
  readonly mover?: string;
  /** Whom the desk names now, where somebody else wrote the name there after the move. */
  readonly named?: Named;
  readonly until?: number;
  readonly ended?: TransferEnd;
  /** Somebody of the receiving party has worked on it without taking it. */
  readonly isTouched?: boolean;
  /** It was looked at after the time for corrections, and stays where it lies. */
  readonly isSettled?: boolean;
  /** Baton itself gave it back. */
  readonly isAutomatic?: boolean;
}
