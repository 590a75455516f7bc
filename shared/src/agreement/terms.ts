import type { CalendarSpec } from '../time';
import type { ServiceTarget } from './serviceTarget';
import type { CellNotes, RegulatoryRoute } from './cellNotes';

/** The organisations of an agreement. Only `msp` and `client` hold custody (rules §1.1). */
export type Party = 'msp' | 'client' | 'vendor' | 'customer';

/** A party that can be accountable for a ticket. */
export type HoldingParty = 'msp' | 'client';

/** An ordered pair of holding parties that a ticket can cross, giver first. */
export type Crossing = 'client>msp' | 'msp>client';

/** The crossing from one holding party to the other. */
export const crossingTo = (receiver: HoldingParty): Crossing => (receiver === 'msp' ? 'client>msp' : 'msp>client');

/** The other holding party. */
export const otherParty = (party: HoldingParty): HoldingParty => (party === 'msp' ? 'client' : 'msp');

/** 1 is the most urgent, 4 the least; both desks' native scales are mapped onto it. */
export type Priority = 1 | 2 | 3 | 4;

/** Who is kept up to date while a ticket is open. */
export type Audience = 'customer' | 'internal' | 'executive';

/** One step an unanswered offer takes (rules §3.5); the offer starts on the receiving team and then climbs these. */
export interface Rung {
  readonly team: string;
  /** Whom of that team or party the step names: the roster's backup, or the party's lead. */
  readonly who: 'team' | 'backup' | 'lead';
  /** Service time in ms on the receiver's hours that this step has to answer. */
  readonly acknowledge: number;
}

/** Of which party somebody is called: by name, or as it stands when the rung is reached. */
export type Whose = HoldingParty | 'holder' | 'other';

/** A step that a ticket reaches by service time (ms of the resolve clock) or by going to and fro, and whom it calls. */
export interface Climb {
  /** Names it within its cell. */
  readonly id: string;
  readonly when:
    | { readonly after: number }
    | { readonly bounces: number }
    | { readonly returns: number }
    | { readonly toAndFro: true }
    | { readonly comebacks: number };
  readonly calls: { readonly lead: Whose } | { readonly coordinator: Whose } | { readonly team: string };
}

/** What can be let pass beside the rules: a move without a handoff, a later deadline, a team above whose turn it is. */
export type ExceptionKind = 'transfer' | 'deadline' | 'tier';

/** Which exceptions a person has to approve, and whose approval it takes. */
export interface ExceptionTerms {
  readonly of: readonly ExceptionKind[];
  /** The offices of a party whose holder approves. */
  readonly by: readonly ('lead' | 'coordinator' | 'approver')[];
  /** Who approves in their place. */
  readonly people?: readonly string[];
  /** From where on one of each party approves; `isMet` where the ticket itself says so. */
  readonly above?: { readonly amount?: number; readonly flags?: readonly string[]; readonly isMet?: true };
  /** Real time, ms. */
  readonly longest: number;
  /** Service time in ms, on the approver's hours, to decide. */
  readonly decide: number;
  readonly isBlocking: boolean;
}

/** The five fields that travel with every transfer (capability B1). */
export type PacketField = 'nextAction' | 'deadline' | 'diagnosis' | 'actions' | 'evidence';

/** What one crossing asks and promises, taken from the cell that matched it. */
export interface BoundaryTerms {
  readonly cell: string;
  readonly governedBy: 'sla' | 'ola' | 'uc';
  readonly mode: 'observe' | 'pilot' | 'enforce';
  /** Shown in the handoff form: what this boundary is for, in the parties' own words. */
  readonly text?: string;
  /** The team an offer goes to unless the giver chooses another one of that party. */
  readonly receiver: string;
  /** Service time in ms, on the receiver's hours, to answer an offer or a routed ticket. */
  readonly acknowledge: number;
  /** Service time in ms, on the receiver's hours, that fills the packet's deadline by default. */
  readonly nextAction: number;
  /** Service time in ms, on the hours of whoever is asked, to answer an Ask; absent in promises of old. */
  readonly answer?: number;
  /** Service time in ms, on the holder's hours, that a team may have the ticket in hand. */
  readonly hold?: number;
  /** Service time in ms, on the holder's hours, after which an acceptance that nobody works on has lapsed. */
  readonly lease?: number;
  readonly closedReceiver: 'giver holds' | 'on call' | 'wait and stop';
  readonly ladder: readonly Rung[];
  /** An offer nobody answered counts as accepted by the receiving lead, shown as deemed. */
  readonly deemedAccepted: boolean;
  readonly visibleAtOffer: boolean;
  /** Service time in ms, on the receiver's hours, for its coordinator to sort an offer; absent where none does. */
  readonly triage?: number;
  readonly tieBreak: { readonly owner: string; readonly decide: number; readonly holder: Placement };
  readonly packet: {
    readonly labels: Readonly<Partial<Record<PacketField, string>>>;
    readonly extra: readonly { readonly id: string; readonly label: string; readonly required: boolean }[];
    readonly reasons: readonly { readonly code: string; readonly label: string }[];
  };
}

/** Where a ticket lies: a party, one of its teams, and a person where one is named. Agreement ids. */
export interface Placement {
  readonly party: HoldingParty;
  readonly team?: string;
  readonly person?: string;
}

/**
 * What was promised for one ticket, resolved from the agreement and pinned in the escalation's first fact, so that
 * later decisions read no large document and later edits of the agreement break no promise (rules §1.4). At most 8 KB.
 */
export interface Terms {
  readonly agreement: string;
  readonly version: number;
  readonly workType: string;
  readonly priority: Priority;
  readonly impact?: string;
  /** The cell that set the promises to the customer. */
  readonly cell: string;
  /** The overlay of the agreement that changed it for this ticket; absent where none did. */
  readonly overlay?: string;
  readonly respond?: ServiceTarget;
  readonly resolve: ServiceTarget;
  readonly boundaries: Readonly<Record<Crossing, BoundaryTerms>>;
  /** What a move to another team of the same party asks; `short` when the tier goes up, else nothing, if absent. */
  readonly pass?: 'none' | 'short' | 'full';
  /** Calendar name of each holding party's hours. */
  readonly hours: Readonly<Record<HoldingParty, string>>;
  /** Calendar names of teams whose hours differ from their party's. */
  readonly teamHours: Readonly<Record<string, string>>;
  readonly calendars: Readonly<Record<string, CalendarSpec>>;
  /** What the cell says of Asks, where that is not what is usual. */
  readonly asks?: {
    /** Whom a blocking Ask has to wait for without the customer's clock running. */
    readonly stopClock: readonly Exclude<Party, 'customer'>[];
    /** Service time in ms, on the holder's hours, between two chases of an answer that is late. */
    readonly chase?: number;
  };
  /** How long (service ms on the resolve calendar) a pause may last, and whether the customer must have been asked. */
  readonly holds?: { readonly longest: Readonly<Partial<Record<Party, number>>>; readonly evidence: boolean };
  /** Whom it calls as time passes or as it goes to and fro, lowest first; absent where nobody. */
  readonly rungs?: readonly Climb[];
  /** Shares of a target in percent, rising, at which both parties are told; absent where nobody is told. */
  readonly warnings?: readonly number[];
  /**
   * How much of the resolve clock (service ms) three of four stays took at most at this priority, by team, as it was known
   * then; absent where too few are known.
   */
  readonly pace?: Readonly<Record<string, number>>;
  /** Service ms between two updates of each audience that was promised any, on that audience's hours. */
  readonly update?: Readonly<Partial<Record<Audience, number>>>;
  /** Which opening counts after a merge; the earlier one where absent. */
  readonly merge?: 'primary';
  /** A ticket of this cell is a major incident from the start. */
  readonly fastTrack?: true;
  readonly notes?: CellNotes;
  /** Its approver is asked as soon as the ticket falls into the cell. */
  readonly regulatory?: RegulatoryRoute;
  /** Days after resolving in which a reopening continues the same escalation. */
  readonly reopenWindowDays: number;
  /** How long (real time, ms) a lead may let it be moved without a handoff; promises of old allow none. */
  readonly longestOverride?: number;
  /** Which exceptions a person has to approve; absent where none. */
  readonly exceptions?: readonly ExceptionTerms[];
  /** Days of silence after resolving that confirm it; promises of old say nothing of it. */
  readonly confirmationDays?: number;
}
