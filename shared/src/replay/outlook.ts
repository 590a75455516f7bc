import type { Crossing, HoldingParty } from '../agreement';
import type { Distribution } from './distribution';
import type { Exposure } from './exposure';
import type { Findings } from './findings';

/** Shares of the resolve target at which a case ended: up to half, up to four fifths, up to all of it, and beyond. */
export const EXPOSURE = [0.5, 0.8, 1] as const;

/** In which band of {@link EXPOSURE} a share of the target lies; one more for what is beyond. */
export function bandOf(used: number): number {
  const band = EXPOSURE.findIndex(share => used <= share);
  return band < 0 ? EXPOSURE.length : band;
}

/** What crossed a boundary one way. Waits in ms of the receiver's hours. */
export interface CrossingOutlook {
  readonly transfers: number;
  /** Without anything said, after somebody had worked on it. */
  readonly unbatoned: number;
  /** Not taken within the time to acknowledge. */
  readonly unanswered: number;
  /** Until somebody of the receiving party was first seen at it. */
  readonly wait: Distribution;
}

/** One cell of the agreement. */
export interface CellOutlook {
  readonly cell: string;
  readonly cases: number;
  readonly transfers: number;
  readonly warned: number;
  readonly breached: number;
  readonly nobodyMs: number;
  /** Cases by share of the resolve target used, at most each of {@link EXPOSURE} and beyond. */
  readonly exposure: readonly number[];
}

/** Warnings about the resolve target. */
export interface WarningOutlook {
  readonly warned: number;
  readonly breached: number;
  /** Breaches that a warning came before. */
  readonly preceded: number;
  /** By how much, real time. */
  readonly lead: Distribution;
  /** Warned and met. */
  readonly falseAlarms: number;
  /** Breached without a warning before. */
  readonly misses: number;
  readonly examples: { readonly falseAlarms: readonly string[]; readonly misses: readonly string[] };
}

/** A case and its time in ms. */
export interface CaseTime {
  readonly id: string;
  readonly ms: number;
}

/** A key figure as rules define it: so many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** The figures to freeze as a baseline; what history cannot tell is named where it is said. Times in ms. */
export interface Baseline {
  readonly attainment: Share;
  readonly rework: Share;
  readonly ambiguity: number;
  readonly timeToAcknowledge: number | null;
  readonly timeToEscalate: number | null;
}

/** What Baton would have seen of a history under an agreement. */
export interface Outlook {
  readonly governed: number;
  readonly ungoverned: number;
  readonly moves: Findings['moves'];
  readonly crossings: Readonly<Record<Crossing, CrossingOutlook>>;
  /** ms on the resolve calendars; the two together are `openMs`. */
  readonly usedBy: Readonly<Record<string, number>>;
  readonly waitedFor: Readonly<Record<string, number>>;
  readonly openMs: number;
  readonly inHand: Readonly<Record<HoldingParty, Distribution>>;
  readonly warnings: WarningOutlook;
  /** Breaches by whoever was late by most. */
  readonly causes: Readonly<Record<string, number>>;
  /** Cases with the most time that nobody had accepted. */
  readonly nobody: readonly CaseTime[];
  readonly cells: readonly CellOutlook[];
  readonly exposure: Exposure;
  readonly baseline: Baseline;
}
