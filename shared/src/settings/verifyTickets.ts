import { LedgerError } from '../failures';
import { exportedPart, verifyLedger, type ExportedLedger, type Hashing, type LedgerPort } from '../ledger';

/** What came of checking one ticket's ledger. */
export interface CheckedLedger {
  readonly ticket: string;
  readonly entries: number;
  /** What does not fit, in words; absent where everything does. */
  readonly problem?: string;
}

/** Where ledgers are read to be checked. */
export interface CheckedStore {
  readonly ledger: LedgerPort;
  readonly hash: Hashing;
}

/** A ledger of more stored pages than this is checked by its export. */
const MOST_PAGES = 40;

/** A ledger with everything that was sealed before; undefined where there is none. @throws LedgerError, DeskError */
async function whole({ ledger }: CheckedStore, ticket: string): Promise<ExportedLedger | undefined> {
  const parts: ExportedLedger[] = [];
  let loaded = await ledger.load(ticket);
  while (loaded && parts.length < MOST_PAGES) {
    parts.unshift(exportedPart(ticket, loaded));
    const { earlier } = loaded.page;
    loaded = earlier === undefined ? undefined : await ledger.loadVersion(ticket, earlier);
  }
  const [oldest] = parts;
  const texts = Object.assign({}, ...parts.map(part => part.texts)) as ExportedLedger['texts'];
  return oldest && { ...oldest, facts: parts.flatMap(({ facts }) => facts), texts };
}

const becauses: Readonly<Record<string, string>> = {
  'missing text': 'a text is gone that nobody removed',
  'cut tail': 'its end was cut off',
};

async function checked(store: CheckedStore, ticket: string): Promise<CheckedLedger> {
  try {
    const ledger = await whole(store, ticket);
    if (!ledger) return { ticket, entries: 0, problem: 'there is no ledger of it' };
    const { head, misfit } = verifyLedger(ledger, store.hash);
    if (!misfit) return { ticket, entries: head.seq };
    return { ticket, entries: head.seq, problem: `entry ${misfit.seq}: ${becauses[misfit.because] ?? misfit.because}` };
  } catch (error) {
    if (error instanceof LedgerError) return { ticket, entries: 0, problem: error.message };
    throw error;
  }
}

/** Checks the chains of some tickets, one after the other. @throws DeskError */
export async function verifyTickets(
  store: CheckedStore,
  tickets: readonly string[],
): Promise<readonly CheckedLedger[]> {
  const found: CheckedLedger[] = [];
  for (const ticket of tickets) found.push(await checked(store, ticket));
  return found;
}
