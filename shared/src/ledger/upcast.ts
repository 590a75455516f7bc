import { byLead } from '../escalation';
import { LedgerError } from '../failures';

/** The newest form of pages and facts that this Baton writes and reads. */
export const LEDGER_VERSION = 1;

/** What a state kept in later versions: moves without a handoff, Asks, holds, warnings. */
const added = { transfers: [], asks: [], holds: [], said: [] };

interface Stored {
  readonly status?: unknown;
  readonly openedAt?: unknown;
  /** A lead's leave, before an exception could need anybody's approval. */
  readonly override?: Parameters<typeof byLead>[0];
}

const overridesOf = ({ override }: Stored) => (override === undefined ? {} : { overrides: [byLead(override)] });

/** A state as it was stored before these were kept in it. */
function withAdded(page: unknown): unknown {
  const state = (page as { state?: Stored } | null)?.state;
  if (state?.status === undefined || state.status === 'unopened') return page;
  return { ...(page as object), state: { ...added, ...overridesOf(state), knownSince: state.openedAt, ...state } };
}

/**
 * Lifts a stored page to today's form; a page of a newer Baton is refused rather than misread.
 *
 * @throws LedgerError `newer-version`.
 */
export function liftPage(page: unknown): unknown {
  const version = (page as { v?: unknown } | null)?.v;
  if (typeof version === 'number' && version > LEDGER_VERSION) {
    throw new LedgerError(
      'newer-version',
      'This ledger was written by a newer version of Baton. Update the app; nothing was changed.',
    );
  }
  return withAdded(page);
}
