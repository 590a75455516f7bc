import { hashing } from '@baton/shared';
import { freshserviceLedger } from '../../../freshservice-app/src/freshserviceLedger';
import { answerLedgerCall, LEDGER_KEY, type LedgerCall } from './ledgerCalls';

declare function renderData(error: object | null, data?: object): void;

/** One request of the platform, so one ledger; whoever appends has loaded before, as every handler of the app does. */
async function answered(call: LedgerCall): Promise<object> {
  const ledger = freshserviceLedger(hashing(LEDGER_KEY), Date.now());
  if (call.type === 'append') await ledger.load(call.ticket);
  return answerLedgerCall(ledger, call);
}

export const panel = ({ request }: { request: LedgerCall }): Promise<void> =>
  answered(request).then(
    answer => renderData(null, answer),
    (error: unknown) => renderData({ message: String(error) }),
  );
