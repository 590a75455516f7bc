import { LedgerError } from '../failures';

/** The newest form of pages and facts that this Baton writes and reads. */
export const LEDGER_VERSION = 1;

/**
 * Lifts a stored page to today's form. Version 1 is the first, so there is nothing to lift yet; a page of a newer
 * Baton is refused rather than misread.
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
  return page;
}
