import type { Directory, TicketFacts } from '../agreement';
import type { ListedRows } from '../ledger';

/** A ticket that somebody named, as its desk has it now. */
export interface NamedTicket {
  /** By which people call it. */
  readonly label: string;
  readonly facts: TicketFacts;
}

/** What a desk tells the settings of its tickets. */
export interface DeskTickets {
  /** Open escalations, as far as the store is read for it. @throws DeskError */
  open(): Promise<ListedRows>;
  /**
   * A ticket by its key or number, read as whoever asks where the desk can; undefined where there is none of that name
   * or they may not see it. @throws DeskError
   */
  named(name: string, directory: Directory): Promise<NamedTicket | undefined>;
}

/** How many open escalations a change of the agreement is about. */
export interface TouchedView {
  readonly touched: number;
  /** Those of which the lists keep too little to tell. */
  readonly untold: number;
  /** Those that began under another version than the one in force, whose promises stay theirs. */
  readonly earlier: number;
  /** How many were looked at, and whether those are all. */
  readonly looked: number;
  readonly isAll: boolean;
  /** The touched ones by the cell that decided about them, most first. */
  readonly cells: readonly { readonly name: string; readonly count: number }[];
}
