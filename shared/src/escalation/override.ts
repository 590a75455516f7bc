import type { ExceptionKind, HoldingParty } from '../agreement';

/** Somebody who has to approve, or has. */
export interface Approver {
  readonly party: HoldingParty;
  readonly person?: string;
}

/** How an override ended before its time, or with it. */
export type OverrideEnd = 'refused' | 'withdrawn' | 'ended' | 'expired';

/** Something that is let pass beside the rules for a while, or is asked to be. Instants in epoch ms. */
export interface Override {
  readonly id: string;
  readonly kind: ExceptionKind;
  readonly at: number;
  readonly until: number;
  readonly by?: string;
  readonly isBlocking: boolean;
  readonly owed: readonly Approver[];
  /** One of those who owe it is enough. */
  readonly isAny?: true;
  /** Service ms in which they decide. */
  readonly decide: number;
  readonly amount?: number;
  readonly flag?: string;
  readonly approvals: readonly Approver[];
  /** From when on it counts. */
  readonly from?: number;
  /** Whether nothing is missing any more. */
  readonly isGiven?: true;
  readonly isUsed?: true;
  readonly endedAt?: number;
  readonly ended?: OverrideEnd;
  /** Names of its texts → salted hash. */
  readonly texts: Readonly<Record<string, string>>;
}

/** What a lead alone has let pass, `[from, until)` in epoch ms, before an exception could need anybody's approval. */
export const byLead = ({ from, until }: { readonly from: number; readonly until: number }): Override => ({
  ...{ id: `o${from}`, kind: 'transfer', at: from, from, until, endedAt: until, ended: 'expired' },
  ...{ isBlocking: true, isGiven: true, owed: [], approvals: [], decide: 0, texts: {} },
});
