import type { HoldingParty } from './terms';

/** How a vendor is reached, what it needs to know and what it has promised. Durations in service ms on its hours. */
export interface VendorCard {
  readonly name: string;
  /** The party that may open a case. */
  readonly contractHolder: HoldingParty;
  /** In the order in which they are tried. */
  readonly channels: readonly { readonly channel: string; readonly address: string }[];
  readonly portal?: string;
  readonly hotline?: string;
  /** The channel by which its own desk takes cases. */
  readonly webhook?: string;
  /** What must be known before a case can be logged. */
  readonly caseFields: readonly string[];
  readonly respond?: number;
  /** How often it tells how things stand. */
  readonly update?: number;
  /** Name of a calendar in {@link Directory.calendars}; every hour where absent. */
  readonly hours?: string;
  readonly engageWhen?: string;
  readonly runbook?: string;
  /** Under which agreement data may be shared with it. */
  readonly dataAgreement?: string;
  /** Labels of what is left out of the text written for it. */
  readonly redact: readonly string[];
}
