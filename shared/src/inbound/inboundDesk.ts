import type { DeskName, Directory, Priority, Terms, TicketFacts } from '../agreement';
import type { Notice, Ports } from '../ledger';
import type { AlertPayload } from './alertPayload';
import type { PagerEvent } from './pagerPayload';
import type { CaseWord } from './vendorPayload';

/** One alert whose signature held, on its way to a ticket. */
export interface AlertJob {
  readonly is: 'alert';
  /** Names the delivery. */
  readonly delivery: string;
  /** Epoch ms at which it was sent, and at which Baton learned of it. */
  readonly sent: number;
  readonly learned: number;
  readonly alert: AlertPayload;
}

/** A page that somebody acknowledged where it rang, on its way to its ticket. */
export interface PageJob {
  readonly is: 'page';
  readonly delivery: string;
  readonly learned: number;
  readonly page: PagerEvent;
}

/** What a vendor told of a case, on its way to the ticket. */
export interface CaseJob {
  readonly is: 'case';
  readonly delivery: string;
  readonly sent: number;
  readonly learned: number;
  readonly word: CaseWord;
}

/** Whatever has to be done after the door has closed. */
export type InboundJob = AlertJob | PageJob | CaseJob;

/** Why something was not let in; shown on the health page. */
export type RefusedBecause = 'unsigned' | 'wrong key' | 'clock' | 'too large' | 'unreadable' | 'no such case';

/** What a desk supplies at its door. */
export interface InboundDoor {
  readonly directory: Directory;
  /** Epoch ms. */
  readonly now: number;
  /** What a source may sign with now: its key, and the one before while that is changed over. @throws DeskError */
  readonly keysOf: (source: string) => Promise<readonly string[]>;
  /** The promises that the agreement gives such a ticket; undefined where no cell governs it. @throws DeskError */
  readonly terms: (facts: TicketFacts) => Promise<Terms | undefined>;
  /** Does it unless this delivery was done before; whether it was not. What cannot be done now is kept. @throws DeskError */
  readonly once: (delivery: string, job: InboundJob) => Promise<boolean>;
  /** Counts for the health page that something was not let in; keeps nothing of it. */
  readonly refuse: (because: RefusedBecause) => Promise<void>;
}

/** What is known of one alert key outside any ledger. Epoch ms. */
export interface KeptAlert {
  /** The ticket it opened last, by the desk's own id, and when. */
  readonly ticket?: string;
  readonly openedAt?: number;
  /** When it was raised last, and when it was over last, as the source says. */
  readonly raisedAt?: number;
  readonly clearedAt?: number;
  /** How often it was raised since that was written down. */
  readonly waiting: number;
}

/** Who opens the ticket of an alert, and since when; `ticket` once it is there. */
export interface AlertClaim {
  readonly at: number;
  readonly ticket?: string;
}

/** Small records by name, outside any ledger. */
export interface AlertStore {
  /** @throws DeskError */
  readonly read: <T>(name: string) => Promise<T | undefined>;
  /** @throws DeskError */
  readonly write: (name: string, value: object) => Promise<void>;
  /** Writes where nothing is yet; whether it did. @throws DeskError */
  readonly claim: (name: string, value: object) => Promise<boolean>;
}

/** A ticket that an alert opens, in the desk's own words where it has some. */
export interface TicketOrder {
  readonly source: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly workType: string;
  readonly priority: Priority;
  readonly team: string;
}

/** What a desk supplies so that what came in reaches tickets. */
export interface AlertDesk {
  readonly name: DeskName;
  readonly directory: Directory;
  readonly now: number;
  readonly store: AlertStore;
  readonly portsFor: (ticket: string) => Promise<Ports>;
  /** Opens a ticket; its own id. @throws DeskError */
  readonly open: (order: TicketOrder) => Promise<string>;
  /** Counts for the health page that something was about nothing here; keeps nothing of it. */
  readonly refuse: (because: RefusedBecause) => Promise<void>;
  /** Does what new facts ask for. @throws DeskError */
  readonly carryOut: (ticket: string, notices: readonly Notice[]) => Promise<void>;
}
