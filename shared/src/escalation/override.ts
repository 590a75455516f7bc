import type { ExceptionKind, HoldingParty } from '../agreement';
import type { Open } from './state';

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

/** Until when (epoch ms, exclusive) it counts, once it does. */
const endOf = ({ until, endedAt = until }: Override): number => Math.min(until, endedAt);

/** Whether it counts at `at` (epoch ms). */
const counts = (override: Override, at: number): boolean =>
  override.from !== undefined && override.from <= at && at < endOf(override);

/** The override under which something of a kind may pass at `at` (epoch ms); the first that was asked. */
export const overrideAt = ({ overrides = [] }: Open, kind: ExceptionKind, at: number): Override | undefined =>
  overrides.find(override => override.kind === kind && counts(override, at));

/** Whether it may be moved without a handoff at `at` (epoch ms). */
export const isOverridden = (state: Open, at: number): boolean => overrideAt(state, 'transfer', at) !== undefined;

/** What is asked or counts and has not ended, oldest first. */
export const openOverrides = ({ overrides = [] }: Open): readonly Override[] =>
  overrides.filter(({ endedAt }) => endedAt === undefined);

/** Whose approval is missing yet: nobody's once it is given or has ended. */
export function missingApprovals({ owed, isAny, approvals, isGiven, endedAt }: Override): readonly Approver[] {
  if (isGiven || endedAt !== undefined || (isAny && approvals.length > 0)) return [];
  return owed.filter(({ party }) => !approvals.some(approval => approval.party === party));
}

/** What an approver writes on a desk that does not vouch for who presses: it names this override of this escalation. */
export const approvalCode = ({ id: escalation }: Open, { id }: Pick<Override, 'id'>): string =>
  `${escalation.slice(0, 6)}-${id}`;

const SAID = /^\s*baton approve ([a-z0-9]{1,12}-[a-z0-9]{1,8})\b/i;

/** What an approver has to write for an override. */
export const approvalText = (code: string): string => `Baton approve ${code}`;

/** The code of an approval that a note consists of; a signature may follow. */
export const approvalIn = (note: string): string | undefined => SAID.exec(note)?.[1];
