/** A major incident: one commander has custody from its declaration until it is mitigated. Epoch ms. */
export interface Major {
  readonly declaredAt: number;
  /** The desk itself says that it is one. */
  readonly isFlagged?: true;
  /** The ticket whose declaration it goes with. */
  readonly follows?: string;
  readonly mitigatedAt?: number;
  /** When what was done in haste was handed over in words. */
  readonly packetAt?: number;
  /** Salted hash of the link to where everybody meets. */
  readonly bridge?: string;
}
