/** The alert of a monitoring source that stands behind an escalation. Epoch ms. */
export interface Alert {
  readonly source: string;
  readonly alert: string;
  readonly severity: string;
  readonly at: number;
  /** How often it was raised since, as far as that was written down, and when that was last. */
  readonly repeats: number;
  readonly saidAt: number;
  /** Since when it is over; it may be raised again. */
  readonly clearedAt?: number;
  /** It was over before anybody had it. */
  readonly isUnclaimed?: true;
}
