import type { Change } from '../changes';
import type { HoldingParty } from '../terms';

/** Who did it: an id of the agreement, and for whom. */
export interface Signer {
  readonly person: string;
  readonly party: HoldingParty;
}

/** Who did it where nobody has to sign: somebody of a party, an administrator of a desk, or Baton itself. */
export interface Author {
  readonly person: string;
  /** Absent where they spoke for neither party. */
  readonly party?: HoldingParty;
}

/** What becomes of open escalations when another version counts: they keep the one they began with, or move. */
export type OpenOnes = 'keep' | 'move';

/** How it is known who acted: the desk's own runtime, a private note that only they can have written, or the browser. */
export type ActedBy = 'platform' | 'note' | 'claimed';

interface Happened {
  /** Epoch ms. */
  readonly at: number;
  readonly by: Author;
  /** Why, in their words. */
  readonly reason: string;
  readonly version: number;
  /** Absent in what was kept before that was noted. */
  readonly known?: ActedBy;
}

/** What happened to an agreement's versions; the list of them is its audit log and is never edited. */
export type VersionFact = Happened &
  (
    | {
        readonly type: 'Drafted';
        /** Names the document by its content. */
        readonly content: string;
        /** What is other than before: than the draft, or than the version it was begun from. */
        readonly changes: readonly Change[];
      }
    | { readonly type: 'Proposed' | 'SentBack' }
    | { readonly type: 'Approved'; readonly by: Signer }
    /** Counts at once without two signatures: what both parties had agreed before Baton kept versions. */
    | { readonly type: 'Adopted'; readonly content: string }
    /** Counts from then (epoch ms, inclusive) until another one does. */
    | { readonly type: 'Activated'; readonly from: number; readonly open: OpenOnes }
    /** Counts again at once; what was to count later does not. */
    | { readonly type: 'RolledBack'; readonly open: OpenOnes }
    /** What is open goes on under this version, which counts already. */
    | { readonly type: 'OpenMoved' }
  );

/** One version of an agreement, as the facts leave it. */
export interface Version {
  readonly number: number;
  readonly stage: 'draft' | 'proposed' | 'approved';
  readonly content: string;
  readonly draftedBy: Author;
  /** One from each party once it is approved. */
  readonly approvals: readonly Signer[];
}

/** From when a version counts. */
export interface Activation {
  readonly version: number;
  readonly from: number;
  readonly open: OpenOnes;
  /** Present where what is open moves: the act that chose it. */
  readonly moving?: Moving;
}

/** Who chose that what is open moves, when (epoch ms) and why. */
export interface Moving {
  readonly at: number;
  readonly by: Author;
  readonly reason: string;
}

/** All versions of an agreement. */
export interface Versions {
  /** How many facts it is made of; who changes it says which one they saw. */
  readonly revision: number;
  readonly versions: readonly Version[];
  /** By instant; of two at the same instant the later decided comes last. */
  readonly activations: readonly Activation[];
}

/** Before anything was drafted. */
export const noVersions: Versions = { revision: 0, versions: [], activations: [] };
