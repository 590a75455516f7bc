import { hashing, type SetupDesk } from '@baton/shared';
import { post } from './channelDesk';
import { readGroups, readMembers } from './deskGroups';
import { freshserviceLedger } from './freshserviceLedger';
import { secretsOf, type Args } from './parameters';
import { allListed } from './listedEscalations';

/** How an agreement is set up on Freshservice; what is secret is a parameter of the installation. */
export function setupDesk(args: Args, now: number): SetupDesk {
  const secrets = secretsOf(args);
  const hash = hashing(args.iparams?.ledger_key ?? '');
  return {
    view: readGroups,
    people: groups => readMembers(groups, args.iparams?.fs_agent_id),
    isEntered: name => Promise.resolve(Object.hasOwn(secrets, name)),
    enteredElsewhere:
      'An account admin enters them under Admin, Apps, Baton, Settings, in “Addresses of channels”, by the names shown here.',
    channels: { post, secretOf: id => Promise.resolve(secrets[id]) },
    ledgers: allListed,
    checked: { ledger: freshserviceLedger(hash, now), hash },
    address: () => Promise.resolve(`https://${args.iparams?.fs_domain ?? ''}`),
  };
}
