import { hashing } from '@baton/shared';
import { startFreshservice, type TestDesk } from '../desks/support/desks';
import { ledgerBehind, LEDGER_KEY, type LedgerCall } from '../desks/support/ledgerCalls';
import { stagedFreshserviceLedger } from '../desks/support/stagedApps';
import { ledgerContract } from '../support/ledgerContract';

jest.setTimeout(60_000);

const desks: TestDesk[] = [];
afterEach(async () => void (await Promise.all(desks.splice(0).map(desk => desk.stop()))));

/** Sizes are the documented ones; a contract that writes two full runs needs more than a minute's calls. */
const limits = { keyValuePerMinute: 1e6, entitiesPerMinute: 1e6, serverMethodsPerMinute: 1e6 };

/** The app's ledger in an installation of its own, called through the host. */
async function freshservicePort(hash: ReturnType<typeof hashing>) {
  const on = await startFreshservice({
    staged: await stagedFreshserviceLedger(),
    limits,
    panelDoor: { method: 'panel', payload: (_ticket, _agent, request) => ({ request }) },
  });
  desks.push(on);
  return ledgerBehind(hash, hashing(LEDGER_KEY), (call: LedgerCall) => on.desk.ask('1', 'ana', call));
}

ledgerContract('the Freshservice app on its host', freshservicePort);
