import type { DeskName } from '../agreement';
import type { ExportedLedger } from '../ledger';
import type { CheckedLedger } from './verifyTickets';

/** A native group or team. */
export interface DeskGroup {
  /** The desk's own id of it. */
  readonly id: string;
  readonly name: string;
}

/** Somebody who works on a desk. */
export interface DeskPerson {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly isActive: boolean;
  /** Ids of the groups they are in, of those that were asked about. */
  readonly groups: readonly string[];
}

/** Hours that a desk keeps, in its own words. */
export interface DeskHours {
  readonly id: string;
  readonly name: string;
  /** As the desk names it. */
  readonly zone: string;
  /** `[opens, closes]` as wall times by English weekday in lower case; a missing day is closed. */
  readonly days: Readonly<Record<string, readonly [string, string]>>;
  /** `--MM-DD` every year, or `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  readonly isDefault: boolean;
}

/** What a desk tells of itself for the settings. */
export interface DeskView {
  readonly desk: DeskName;
  readonly groups: readonly DeskGroup[];
  readonly hours: readonly DeskHours[];
  /** What it could not be asked, each as a sentence with what to do instead. */
  readonly notTold: readonly string[];
}

/** Some of the tickets that have a ledger, and where the rest begins. */
export interface LedgerPage {
  readonly tickets: readonly string[];
  readonly next?: string;
}

/** What a desk told the setup, each where it was asked for. */
export interface SetupTold {
  readonly desk?: DeskView;
  readonly people?: readonly DeskPerson[];
  /** Channels and sources whose address or key was entered. */
  readonly entered?: readonly string[];
  readonly ledgers?: LedgerPage;
  readonly checked?: readonly CheckedLedger[];
  /** A part of a ledger as it leaves the desk; `earlier` names the one before. */
  readonly exported?: ExportedLedger;
}
