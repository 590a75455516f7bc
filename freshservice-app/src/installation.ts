import {
  AgreementError,
  DeskError,
  directoryOf,
  hashing,
  parseAgreement,
  readSecrets,
  termsIn,
  type Agreement,
  type ChannelSecret,
  type Directory,
  type Ports,
  type TicketFacts,
} from '@baton/shared';
import { forgetDraft } from './drafts';
import { movesOf } from './escalationRecords';
import { freshserviceLedger } from './freshserviceLedger';

/** What every handler is called with: the installation parameters, secure ones included. */
export interface Args {
  readonly iparams?: {
    readonly fs_domain?: string;
    readonly fs_agent_id?: string;
    readonly ledger_key?: string;
    readonly agreement?: string;
    readonly channel_secrets?: string;
  };
}

/** The agreement of this installation, read from its parameters. @throws AgreementError */
export function agreementOf({ iparams }: Args): Agreement {
  const text = iparams?.agreement?.trim() ?? '';
  if (text === '') throw new AgreementError('syntax', 'No agreement has been entered in the settings of Baton yet.');
  return parseAgreement(text);
}

function keyOf({ iparams }: Args): string {
  const key = iparams?.ledger_key ?? '';
  if (key === '') throw new DeskError('refused', 'The ledger key is missing in the settings of Baton.');
  return key;
}

/** What was entered for the channels; nothing where that cannot be read, which the installation page has said. */
function secretsOf({ iparams }: Args): Readonly<Record<string, ChannelSecret>> {
  try {
    return readSecrets(iparams?.channel_secrets ?? '');
  } catch {
    return {};
  }
}

/** A reading of one request: the agreement, and the ledger's surroundings in this installation. */
export interface Installation {
  readonly directory: Directory;
  /** Native id of the agent whose key Baton uses. */
  readonly ownAgent: string | undefined;
  /** Where agents sign in. */
  readonly domain: string;
  /** What was entered for a channel, never to be shown. */
  secretOf(channel: string): ChannelSecret | undefined;
  /** For one ticket: what the desk tells of it, or the way to ask; its title where that is known. */
  portsFor(facts: TicketFacts | (() => Promise<TicketFacts>), title?: string): Ports;
}

/** Reads the installation for one request at `now` (epoch ms). @throws AgreementError, DeskError */
export function installationOf(args: Args, now: number): Installation {
  const agreement = agreementOf(args);
  const directory = directoryOf(agreement);
  const hash = hashing(keyOf(args));
  const domain = args.iparams?.fs_domain ?? 'unknown';
  return {
    directory,
    ownAgent: args.iparams?.fs_agent_id,
    domain,
    secretOf: channel => secretsOf(args)[channel],
    portsFor: (facts, title) => ({
      // A ticket that is known to be nobody's business is not worth a second look at every event.
      ledger: freshserviceLedger(
        hash,
        now,
        () => typeof facts === 'function' || termsIn(agreement, facts) !== undefined,
      ),
      origin: { desk: 'freshservice', tenant: domain },
      hash,
      // Keyed by the installation's secret, so nobody can guess a short text from its hash.
      salt: name => hash(`salt of ${name}`).slice(0, 32),
      directory,
      movesOf,
      forgetDraft: async (ticket, person) => {
        const agent = directory.people[person]?.freshservice;
        if (agent !== undefined) await forgetDraft(ticket, agent);
      },
      terms: async (_, as = told => told) =>
        termsIn(agreement, as(typeof facts === 'function' ? await facts() : facts)),
      ...(title === undefined ? {} : { title }),
    }),
  };
}
