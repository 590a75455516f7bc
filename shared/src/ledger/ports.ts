import type { Move } from './alike';
import type { Directory, Placement, Terms, TicketFacts } from '../agreement';
import type { Occasion } from '../escalation';
import type { Origin, SealedTexts } from './chain';
import type { Hashing } from './hash';
import type { Page } from './page';
import type { ListRow } from './row';
import type { Telling } from './tellings';

/** A ledger as it was read: its last page, and the texts kept with it. */
export interface LoadedLedger {
  readonly page: Page;
  readonly texts: SealedTexts;
}

/** A new page to store as version `page.version`. */
export interface Append {
  readonly page: Page;
  readonly texts: SealedTexts;
  readonly row: ListRow;
}

/** Texts to be taken out of a store: those that came with the fact `since`, by hash. */
export interface Erasure {
  readonly since: number;
  readonly hashes: readonly string[];
}

/**
 * Where ledgers are kept. One contract suite holds every implementation to it: an append is atomic, is refused when
 * somebody else was faster, and never changes what was stored before; only the texts beside it can be erased.
 */
export interface LedgerPort {
  /** Undefined when nothing was ever stored for this ticket. @throws LedgerError, DeskError */
  load(ticket: string): Promise<LoadedLedger | undefined>;
  /** An older page, for the timeline and the verifier. @throws LedgerError, DeskError */
  loadVersion(ticket: string, version: number): Promise<LoadedLedger | undefined>;
  /** Stores the page if `page.version` is still the next one. @throws DeskError */
  append(ticket: string, append: Append, last: LoadedLedger | undefined): Promise<'appended' | 'conflict'>;
  /** Puts right what the lists keep of a ledger that was just looked at; never what it says. @throws DeskError */
  relist(ticket: string, ledger: LoadedLedger, row: ListRow): Promise<void>;
  /** Takes texts and salts out of every copy older than this page; nothing else of it changes. @throws DeskError */
  erase(ticket: string, ledger: LoadedLedger, erasure: Erasure): Promise<void>;
  /** Bytes a page may take in the store, its texts included, before a new run starts. */
  readonly pageLimit: number;
}

/** How a ticket's facts are to be read where somebody said that it is another kind of work than its desk says. */
export type Classify = (facts: TicketFacts) => TicketFacts;

/** Everything the ledger needs of the world around one decision. */
export interface Ports {
  readonly ledger: LedgerPort;
  readonly origin: Origin;
  readonly hash: Hashing;
  /** A secret salt for the text of this name; the same name never comes twice. */
  readonly salt: (name: string) => string;
  readonly directory: Directory;
  /** Deletes what a person had typed for a ticket, where it is kept. @throws DeskError */
  readonly forgetDraft: (ticket: string, person: string) => Promise<void>;
  /** The promises the agreement gives this ticket as it is now, its facts read as `as` says; undefined when no cell governs it. */
  readonly terms: (ticket: string, as?: Classify) => Promise<Terms | undefined>;
  /** The last moves without a handoff that the lists know of one mover; none where absent. */
  readonly movesOf?: (mover: string) => Promise<readonly Move[]>;
  /** Whether people are told of what concerns many tickets on this one: one of them tells, always the same. @throws DeskError */
  readonly tellsOf?: (occasion: Occasion, ticket: string) => Promise<boolean>;
  /** Title of the ticket, if it was read anyway. */
  readonly title?: string;
}

/** Something to do or say on the desk, derived from facts, at most once (design §2 Notice). */
export type Notice =
  | { readonly is: 'assign'; readonly key: string; readonly to: Placement }
  /** Let the receiving team see what is offered to it, where a desk shows a ticket to its group alone. */
  | { readonly is: 'show'; readonly key: string; readonly to: Placement }
  | Telling
  /** Resolve it: what it was about is over. */
  | { readonly is: 'resolve'; readonly key: string }
  /** Send these messages, by the numbers of the facts that owe them, outside the ticket. */
  | {
      readonly is: 'deliver';
      readonly key: string;
      readonly notices: readonly number[];
      /** They wait since somebody could not: others may be about to send them too. */
      readonly isLeft?: true;
    }
  /** Send these to the customer, as whoever pressed Send where the desk can. */
  | { readonly is: 'reply'; readonly key: string; readonly notices: readonly number[] }
  /** A child lies elsewhere or is done: its parent has to know, by the desk's own id. */
  | { readonly is: 'parent'; readonly key: string; readonly parent: string }
  /** A major incident has another commander, or is over: what is linked to it has to know. */
  | { readonly is: 'major'; readonly key: string }
  /** What it brings goes on in another ticket, by the desk's own id. */
  | { readonly is: 'merge'; readonly key: string; readonly into: string }
  /** Ask the leads of both parties, once, whether so many moves without a handoff are meant. */
  | { readonly is: 'ask leads'; readonly key: string; readonly seq: number; readonly moves: number }
  | {
      readonly is: 'note';
      readonly key: string;
      readonly head: string;
      readonly seq: number;
      readonly to: Placement;
      /** The desk says that another than the claimed person acted: both leads are told. Agreement or native ids. */
      readonly disputed?: { readonly claimed: string; readonly actor: string };
    };
