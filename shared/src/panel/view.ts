/**
 * What a panel shows, in finished words: components draw it and compute nothing. Every string is in the words of the
 * desk it is shown on, every time in the viewer's zone.
 */
import type { ActionView } from './actionShape';
import type { AsksView } from './askShape';

export type * from './actionShape';
export type * from './askShape';
export type * from './formShape';

/** Tones a desk's kit maps to its own colours; meaning is always in the text too. */
export type Tone = 'offered' | 'held' | 'at risk' | 'breached' | 'met' | 'paused' | 'no handoff' | 'neutral';

/** Colours of the bar and of the chain: who used the time. */
export type PartyTone = 'msp' | 'client' | 'vendor' | 'customer' | 'nobody';

/** The named conditions of a panel; each is drawn by its own small component. */
export type ConditionName =
  | 'not governed'
  | 'held by you'
  | 'held by your team'
  | 'held by others'
  | 'unclaimed'
  | 'paused'
  | 'offered to you'
  | 'to triage'
  | 'offered by you'
  | 'offered'
  | 'stalemate'
  | 'major incident'
  | 'gone'
  | 'asked'
  | 'moved without a handoff'
  | 'awaiting confirmation'
  | 'finished';

export interface LozengeView {
  /** The words at the time of the view. */
  readonly text: string;
  readonly tone: Tone;
  /** Where its minutes go on counting. */
  readonly countdown?: CountdownView;
}

/** Something that counts down while the clock runs: the words for the minutes left, from now until it stops ticking. */
export interface CountdownView {
  /** Service ms left at the time of the view; negative once missed. */
  readonly remaining: number;
  /** How long, in real ms from the view, the clock runs on without a stop; 0 while it stands still. */
  readonly ticksFor: number;
  /** Wraps the minutes: `{left} of 4 h left`, `overdue by {left}`. */
  readonly left: string;
  readonly overdue: string;
}

export interface DeadlineView {
  /** "Resolve by 11:55 today". */
  readonly title: string;
  /** Said first while the clock stands still for somebody: "Waiting for the customer". */
  readonly paused?: string;
  readonly countdown: CountdownView;
  readonly tone: Tone;
  /** Whose time it is: "Counted by Baton", "Jira's own time, as read at 10:02". */
  readonly note?: string;
  /** How far the other clock is from this one, and why, where that is more than a minute. */
  readonly difference?: string;
  /** Once missed: what was late on the way, largest first. */
  readonly causes?: string;
}

export interface BarView {
  /** Sentence for people who do not see the bar; says everything it shows. */
  readonly label: string;
  /** Share of the target in per cent, running time only, in order of use. */
  readonly parts: readonly { readonly tone: PartyTone; readonly percent: number; readonly label: string }[];
  /** Beside the bar, hatched: waited for whom, how long. */
  readonly paused: readonly { readonly tone: PartyTone; readonly label: string }[];
}

export interface PacketLine {
  readonly label: string;
  readonly text: string;
  /** "inside your hours", "10:20 in Lisbon". */
  readonly note?: string;
  readonly isKey: boolean;
}

export interface ChainLink {
  readonly tone: PartyTone;
  readonly title: string;
  readonly detail: string;
}

export interface TimelineEntry {
  readonly seq: number;
  /** "10:08" or "Fri 10:08". */
  readonly time: string;
  /** ISO instant, for `<time>`. */
  readonly iso: string;
  readonly text: string;
  readonly detail?: string;
  /** "as claimed", "deemed", "from history", "learned at 10:31"; absent where the platform vouches and nothing is odd. */
  readonly mark?: string;
  /** Removes what somebody wrote with it, where the viewer may. */
  readonly erase?: ActionView;
}

/** What the agreement says of such a ticket beside its promises: the address of its instructions, and notes. */
export interface AgreedView {
  readonly runbook?: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
}

/** A whole panel. */
export interface PanelView {
  readonly condition: ConditionName;
  readonly lozenges: readonly LozengeView[];
  /** First line: who holds it. */
  readonly headline: string;
  readonly detail: string;
  /** What to do now. */
  readonly task: { readonly title: string; readonly detail?: string; readonly actions: readonly ActionView[] };
  readonly asks?: AsksView;
  readonly deadline?: DeadlineView;
  readonly bar?: BarView;
  readonly packet: readonly PacketLine[];
  readonly chain: readonly ChainLink[];
  readonly timeline: readonly TimelineEntry[];
  readonly agreed?: AgreedView;
  /** Gives out the whole ledger, to people of both parties. */
  readonly exports?: ActionView;
  /** What the viewer may say of the escalation for the review, in one press. */
  readonly judging?: readonly ActionView[];
  /** An acceptance that the desk has not confirmed: yet, or within the time it has for that. */
  readonly confirming?: string;
  /** What does not get through and since when. */
  readonly delayed?: string;
  /** When this was so: '10:02'. */
  readonly asOf?: string;
  /** The team that has to act has nobody there for it, and until when where it is closed. */
  readonly nobodyOnDuty?: string;
  /** Where everybody meets on a major incident, and the address behind it where it is one. */
  readonly bridge?: { readonly text: string; readonly link?: string };
  /** One line under everything: what is odd and what it means (read-only, a damaged page). */
  readonly notice?: string;
  /** What Accept sets in the desk's own fields first, as the person, where a desk's page can do so: native ids. */
  readonly nativeClaim?: { readonly group?: string; readonly agent?: string };
}
