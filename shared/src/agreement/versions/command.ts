import type { Change } from '../changes';
import type { Agreement, AgreementDocument } from '../schema';
import type { ActedBy, Author, OpenOnes, VersionFact } from './facts';

/** What somebody wants to do with the versions of an agreement. */
export type VersionCommand = {
  readonly by: Author;
  readonly reason: string;
  /** The revision they saw: what happened since is shown to them and nothing is overwritten. */
  readonly expected: number;
  readonly version: number;
  /** How it is known who asks. */
  readonly known?: ActedBy;
} & (
  | { readonly type: 'draft'; readonly content: string; readonly document: AgreementDocument }
  /** The content is that of the text as it only watches. */
  | { readonly type: 'adopt'; readonly content: string }
  | { readonly type: 'propose' | 'send back' | 'approve' }
  | { readonly type: 'activate'; readonly from: number; readonly open: OpenOnes }
  | { readonly type: 'roll back'; readonly open: OpenOnes }
  | { readonly type: 'move open' }
);

/** What is looked up before it is decided. */
export interface VersionContext {
  /** Epoch ms. */
  readonly now: number;
  /** Whose roles count: the active agreement, since nobody appoints themselves by a draft; else the newest text. */
  readonly roles?: Agreement;
  /** Present while nothing is in force: then only an administrator of the desk writes, and may put the first in force. */
  readonly beginning?: { readonly isAdmin: boolean };
  /** A document by the name of its content. */
  readonly documentOf: (content: string) => AgreementDocument | undefined;
}

/** Why it was not done, and what to do instead. */
export interface VersionRefusal {
  readonly code:
    | 'changed-meanwhile'
    | 'not-allowed'
    | 'no-reason'
    | 'no-such-version'
    | 'wrong-stage'
    | 'has-mistakes'
    | 'same-person'
    | 'same-party'
    | 'not-later'
    | 'never-active'
    | 'already-begun'
    | 'not-in-force';
  readonly sentence: string;
  readonly remedy: string;
  /** What is other in the version as it is than in the one that was sent. */
  readonly changes?: readonly Change[];
}

export type VersionDecision =
  | { readonly ok: true; readonly facts: readonly VersionFact[] }
  | { readonly ok: false; readonly refusal: VersionRefusal };
