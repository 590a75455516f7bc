import { hashing, type SetupDesk } from '@baton/shared';
import { asApp, route } from '@forge/api';
import { post } from './channelDesk';
import { keepSecret, readSecret } from './channelSecrets';
import { readGroups, readMembers } from './deskGroups';
import { forgeLedger } from './forgeLedger';
import { restAnswer } from './platformErrors';
import { allLedgers } from './rowQueries';
import { isKeyEntered } from './sourceKeys';

async function address(): Promise<string> {
  const answer = await restAnswer(asApp().requestJira(route`/rest/api/3/serverInfo`), 'reading where the site is');
  return String((answer as { baseUrl?: unknown }).baseUrl ?? '');
}

const hash = hashing();

/** How an agreement is set up on Jira. */
export const setupDesk: SetupDesk = {
  view: readGroups,
  people: readMembers,
  isEntered: async name => (await readSecret(name)) !== undefined || isKeyEntered(name),
  keepSecret,
  channels: { post, secretOf: readSecret },
  address,
  ledgers: allLedgers,
  checked: { ledger: forgeLedger(hash), hash },
};
