import type { Audience, Crossing, HoldingParty, Placement, Priority, Terms, WaitedFor } from '../agreement';
import type { Mark, Pause } from '../clock';
import type { Alert } from './alert';
import type { Ask } from './ask';
import type { CustodyEntry } from './custodyEntry';
import type { Deletion, Earlier, GoneHow, Merge } from './gone';
import type { Hold } from './hold';
import type { Major } from './major';
import type { Offer, OfferSpan, Promised } from './offer';
import type { Override } from './override';
import type { Shift } from './shift';
import type { Transfer } from './transfer';

export type { Offer, OfferSpan, Promised } from './offer';
import type { Waiting } from './notice';

export type { CustodyEntry, CustodyHow } from './custodyEntry';

/** A custody that the browser claimed and the desk's own event has not confirmed yet. */
export interface Confirming {
  readonly fact: number;
  readonly person: string;
  readonly since: number;
  /** Somebody else who, as the desk had told before, made the native change that the claim stands on. */
  readonly disputedBy?: string;
}

/** When the desk itself says that something is due, and when that was read last; epoch ms. */
export type NativeDue = Readonly<
  Partial<Record<'respond' | 'resolve', { readonly dueAt: number; readonly readAt: number }>>
>;

/** Somebody of a party saw a page at `at`: until then nobody of it is paged again unless it grows worse. Epoch ms. */
export interface PageSeen {
  readonly party: HoldingParty;
  readonly at: number;
  readonly until: number;
  readonly priority: Priority;
}

/** Up to which share of an obligation, in percent, its warnings were given; 100 is its breach. */
export interface Said {
  readonly of: string;
  readonly share: number;
}

interface Opened {
  readonly id: string;
  readonly openedAt: number;
  /** When Baton learned of it, epoch ms: nobody could be warned before. */
  readonly knownSince: number;
  readonly terms: Terms;
  /** Since when these terms hold. */
  readonly termsSince: number;
  /** By instant, oldest first; the last is where custody lies now. Never empty. */
  readonly custody: readonly CustodyEntry[];
  /** The resolve clock. */
  readonly marks: readonly Mark[];
  /** Stretches in which earlier terms had stopped it while an offer waited for a closed receiver. */
  readonly stops: readonly Pause[];
  /** Pauses that somebody answers for, by the instant they were placed. */
  readonly holds: readonly Hold[];
  readonly offers: readonly OfferSpan[];
  /** Moves that nothing explained, by instant. */
  readonly transfers: readonly Transfer[];
  /** By instant, oldest first; those that ended too. */
  readonly asks: readonly Ask[];
  /** Refusals per crossing since the last acceptance across it. */
  readonly refusals: Readonly<Partial<Record<Crossing, number>>>;
  readonly firstReplyAt?: number;
  /** What the desk called it when a coordinator said that it is something else. */
  readonly reclassified?: { readonly workType: string; readonly priority: Priority };
  /** The desk's own due times as last read. */
  readonly nativeDue?: NativeDue;
  /** When somebody of the holder was last seen to work on it, and when each audience was last told anything; epoch ms. */
  readonly workedAt?: number;
  readonly updates?: Readonly<Partial<Record<Audience, number>>>;
  /** People who worked on the ticket. */
  readonly worked: readonly string[];
  /** Where the desk's own fields lie, as last reported, and since when. */
  readonly native: Placement;
  readonly nativeAt: number;
  /** Whom the desk's status waits for although no clock pauses. */
  readonly uncounted?: WaitedFor;
  /** Since when (epoch ms) it last did. */
  readonly uncountedSince?: number;
  readonly promised?: Promised;
  /** What the offer asked that was withdrawn last: who took it before that has accepted it, however late we learn. */
  readonly withdrawn?: Promised;
  readonly confirming?: Confirming;
  /** What is offered to the next shift; absent once custody lies elsewhere. */
  readonly shift?: Shift;
  /** When it was deleted or taken for spam, by instant; absent where it never was. */
  readonly deletions?: readonly Deletion[];
  /** What was merged into it, and what the first of its time was spent on then. */
  readonly merges?: readonly Merge[];
  readonly earlier?: Earlier;
  /** The ticket whose child it is, by the desk's own id. */
  readonly parent?: string;
  /** The last major incident it was. */
  readonly major?: Major;
  /** Warnings and breaches, one entry per obligation. */
  readonly said: readonly Said[];
  /** Messages that no channel outside the ticket has taken yet, oldest first; absent where there are none. */
  readonly outbox?: readonly Waiting[];
  /** Since when the desk takes nothing that is to be said on it, epoch ms; absent while it does. */
  readonly silentSince?: number;
  /** Channels on which somebody was paged about it. */
  readonly paged?: readonly string[];
  readonly pageSeen?: PageSeen;
  /** What monitoring says of it, where that opened it. */
  readonly alert?: Alert;
  /** Rungs of its cell that were reached, by name; absent where none was. */
  readonly rungs?: readonly string[];
  /** What was let pass beside the rules, or was asked to be, oldest first; absent where nothing was. */
  readonly overrides?: readonly Override[];
  /** What each party thinks of it having been escalated. */
  readonly verdicts?: Readonly<Partial<Record<HoldingParty, 'should not' | 'should have'>>>;
  /** Stretches in which nobody clearly had it and that were told, by name; the last few. */
  readonly unclear?: readonly string[];
  /** Deliveries that already caused a fact, newest last, the last forty. */
  readonly causes: readonly string[];
}

/** Nobody answers for the ticket in Baton: no agreement governs it, or nothing has happened yet. */
export type Unopened = { readonly status: 'unopened' };
/** One party holds it and nothing is offered. */
export type Held = Opened & { readonly status: 'held' };
/** The giver holds it, the receiver owes an answer. */
export type Offered = Opened & { readonly status: 'offered'; readonly offer: Offer };
/** Refused twice: a third person owes the decision. */
export type Stalemate = Opened & {
  readonly status: 'stalemate';
  readonly crossing: Crossing;
  readonly owner: string;
  /** The owner's party: the decision is due in its hours. */
  readonly ownerParty: HoldingParty;
  readonly since: number;
};
/** Resolved, awaiting the customer's confirmation; may be reopened. */
export type Resolved = Opened & {
  readonly status: 'resolved';
  readonly resolvedAt: number;
  /** When the requester wrote last since, which is no silence. */
  readonly wroteAt?: number;
  /** When silence had confirmed it. */
  readonly confirmedAt?: number;
};

/** Gone from its desk: deleted or spam until it is restored, or merged into another ticket (by the desk's own id). */
export type Gone = Opened & {
  readonly status: 'gone';
  readonly how: GoneHow;
  readonly since: number;
  readonly into?: string;
};

/** Any state in which an escalation is open on the ledger. */
export type Open = Held | Offered | Stalemate | Resolved | Gone;
/** What all facts of a ledger add up to. */
export type State = Unopened | Open;

/** Before the first fact. */
export const unopened: Unopened = { status: 'unopened' };
