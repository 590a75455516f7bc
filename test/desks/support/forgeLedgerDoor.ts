import { hashing } from '@baton/shared';
import Resolver from '@forge/resolver';
import { forgeLedger } from '../../../forge-app/src/forgeLedger';
import { answerLedgerCall, LEDGER_KEY, type LedgerCall } from './ledgerCalls';

const doors = new Resolver();
doors.define('panel', (({ payload }: { payload: LedgerCall }) =>
  answerLedgerCall(forgeLedger(hashing(LEDGER_KEY)), payload)) as never);

export const resolver = doors.getDefinitions();
export const installed = (): Promise<void> => Promise.resolve();
