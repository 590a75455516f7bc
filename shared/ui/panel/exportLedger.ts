import type { PanelAnswer } from '../../src/panel/protocol';
import type { Bridge } from '../bridge';

type Ledger = NonNullable<Extract<PanelAnswer, { ok: true }>['ledger']>;

/** What came of an export: the last answer, and the whole ledger as JSON where all of its pages came. */
interface Exported {
  readonly answer: PanelAnswer;
  readonly exported?: string;
}

/** Asks for a ledger page by page, newest first, as `npm run verify-ledger` reads it. */
export async function exportLedger(bridge: Bridge, pages: readonly Ledger[] = []): Promise<Exported> {
  const earlier = pages.at(-1)?.earlier;
  const answer = await bridge.ask({ type: 'ledger', ...(earlier === undefined ? {} : { page: earlier }) });
  if (!answer.ok || !answer.ledger) return { answer };
  const known = [...pages, answer.ledger];
  return answer.ledger.earlier === undefined
    ? { answer, exported: JSON.stringify(known) }
    : exportLedger(bridge, known);
}
