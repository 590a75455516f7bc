import { hashing } from '@baton/shared';
import { startJira, type TestDesk } from '../desks/support/desks';
import { ledgerBehind, LEDGER_KEY, type LedgerCall } from '../desks/support/ledgerCalls';
import { stagedForgeLedger } from '../desks/support/stagedApps';
import { ledgerContract } from '../support/ledgerContract';

jest.setTimeout(60_000);

const desks: TestDesk[] = [];
afterEach(async () => void (await Promise.all(desks.splice(0).map(desk => desk.stop()))));

/** The app's ledger in an installation of its own, called through the host. */
async function forgePort(hash: ReturnType<typeof hashing>) {
  const on = await startJira({ staged: await stagedForgeLedger(), agreement: '' });
  desks.push(on);
  const id = await on.open();
  return ledgerBehind(hash, hashing(LEDGER_KEY), (call: LedgerCall) => on.desk.ask(id, 'ana', call));
}

ledgerContract('the Forge app on its host', forgePort);
