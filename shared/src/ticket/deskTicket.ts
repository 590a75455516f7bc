import type { Placement, TicketFacts, WaitedFor } from '../agreement';

/** What a native status means to Baton. */
export type DeskStatus = { readonly is: 'open' | 'resolved' } | { readonly is: 'waiting'; readonly whom: WaitedFor };

/** A ticket as its desk shows it now, in agreement ids. The title is never stored. */
export interface DeskTicket {
  /** The desk's immutable id. */
  readonly id: string;
  readonly title: string;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly facts: TicketFacts;
  readonly placement: Placement;
  readonly status: DeskStatus;
  /** Whether the desk itself says that it is a major incident; absent where it does not tell. */
  readonly isMajor?: boolean;
  /** The desk's own due times, epoch ms, as far as it tells them. */
  readonly due?: DueTimes;
}

/** When a desk itself says that something is due, epoch ms. */
export interface DueTimes {
  readonly respond?: number;
  readonly resolve?: number;
}

/** Something an agent did on a ticket that may fill a packet. Epoch ms, agreement ids. */
export interface TicketNote {
  readonly at: number;
  readonly person?: string;
  readonly kind: 'note' | 'reply' | 'work log' | 'status';
  readonly text: string;
}

/** Something that the customer can read or has written: the conversation as its desk has it. Epoch ms. */
export interface PublicMessage {
  readonly at: number;
  readonly by: 'agent' | 'customer';
}

/** A file or link added to a ticket. */
export interface TicketAttachment {
  readonly at: number;
  readonly name: string;
  readonly url?: string;
}

/** Where a ticket lay from `at` (epoch ms) on, as its desk's history tells. */
export interface PastPlacement {
  readonly at: number;
  readonly to: Placement;
}
