import {
  AgreementError,
  directoryOf,
  directoryWith,
  everybodyThere,
  hashing,
  termsIn,
  type Agreement,
  type ChannelSecret,
  type Directory,
  type Hashing,
  type Ports,
  type Presence,
  type TicketFacts,
} from '@baton/shared';
import { agreementInForce } from './agreementInForce';
import { agreementTicketIn } from './agreementTicket';
import { forgetDraft } from './drafts';
import { movesOf, PEOPLE, recordsOf, type RecordsMet, type StoredRecord } from './escalationRecords';
import { freshserviceLedger } from './freshserviceLedger';
import { tellsBy } from './occasions';
import { enteredAgreement, enteredText, keysOf, ledgerKeyOf, secretsOf, type Args } from './parameters';
import { presenceIn } from './whoIsThere';

const domainOf = ({ iparams }: Args): string => iparams?.fs_domain ?? 'unknown';

type FactsOrAsk = TicketFacts | (() => Promise<TicketFacts>);

/** A reading of one request: the agreement, and the ledger's surroundings in this installation. */
export interface Installation {
  /** People, teams and rosters; who is there now too, once a ticket was looked up. @throws AgreementError where none counts */
  readonly directory: Directory;
  /** Whether an agreement counts, as far as it was read. */
  readonly isAgreed: boolean;
  /** Native id of the agent whose key Baton uses. */
  readonly ownAgent: string | undefined;
  /** Where agents sign in. */
  readonly domain: string;
  /** What was entered for a channel, never to be shown. */
  secretOf(channel: string): ChannelSecret | undefined;
  /** What a source may sign with: its key, and the one before where that stands there too. */
  keysOf(source: string): readonly string[];
  readonly hash: Hashing;
  /** Who is out and who has left, as far as it was read. */
  readonly presence: Presence;
  /** The same, knowing that. */
  with(presence: Presence, met?: RecordsMet): Installation;
  /** For one ticket: what the desk tells of it, or the way to ask; its title where that is known. */
  portsFor(facts: FactsOrAsk, title?: string): Ports;
  /** The same, knowing by these records who is there now and which version of the agreement counts. */
  knowing(people: readonly StoredRecord[], met?: RecordsMet): Promise<Installation>;
  /** The same, knowing that and where this ticket's ledger is: one query. @throws DeskError */
  onTicket(ticket: string): Promise<Installation>;
  /** The same, knowing that: one query. @throws DeskError */
  current(): Promise<Installation>;
  /** The agreement that was entered when Baton was installed, as text. */
  readonly entered: string;
  /** What was read of what lies beside the tickets' records. */
  readonly records: readonly StoredRecord[];
}

/** One request of an installation, and what it has read of the store so far. */
interface Request {
  readonly args: Args;
  readonly now: number;
  /** Absent where none was entered, and none in force was read yet. */
  readonly agreement?: Agreement;
  readonly hash: Hashing;
  readonly presence: Presence;
  readonly met: RecordsMet;
  readonly records: readonly StoredRecord[];
}

function agreed({ agreement }: Request): Agreement {
  if (!agreement) throw new AgreementError('syntax', 'No agreement is in force yet.');
  return agreement;
}

const portsOf = (request: Request, directory: Directory, facts: FactsOrAsk, title?: string): Ports => {
  const { args, now, hash, met } = request;
  const agreement = agreed(request);
  // A ticket that is known to be nobody's business is not worth a second look at every event.
  const mayHaveEnded = () => typeof facts === 'function' || termsIn(agreement, facts) !== undefined;
  return {
    ledger: freshserviceLedger(hash, now, { met, mayHaveEnded }),
    origin: { desk: 'freshservice', tenant: domainOf(args) },
    hash,
    // Keyed by the installation's secret, so nobody can guess a short text from its hash.
    salt: name => hash(`salt of ${name}`).slice(0, 32),
    directory,
    movesOf,
    tellsOf: tellsBy(hash),
    forgetDraft: async (ticket, person) => {
      const agent = directory.people[person]?.freshservice;
      if (agent !== undefined) await forgetDraft(ticket, agent);
    },
    terms: async (ticket, as = told => told) => {
      // The ticket on which the agreement is signed is nobody's work.
      if (ticket === agreementTicketIn(request)) return undefined;
      return termsIn(agreement, as(typeof facts === 'function' ? await facts() : facts));
    },
    ...(title === undefined ? {} : { title }),
  };
};

function installed(request: Request): Installation {
  const { args, now, hash, presence } = request;
  let known: Directory | undefined;
  const directory = (): Directory => (known ??= directoryWith(directoryOf(agreed(request)), presence));
  const withPresence: Installation['with'] = (others, met = new Map()) =>
    installed({ ...request, presence: others, met });
  const knowing: Installation['knowing'] = async (people, met = new Map()) =>
    installed({
      ...request,
      ...(await agreementInForce(people, hash, now)),
      presence: presenceIn(people, hash, now),
      met,
      records: people,
    });
  return {
    get directory() {
      return directory();
    },
    isAgreed: request.agreement !== undefined,
    entered: enteredText(args),
    records: request.records,
    current: async () => knowing(await recordsOf([PEOPLE])),
    ...{ hash, presence, knowing, with: withPresence, domain: domainOf(args) },
    ownAgent: args.iparams?.fs_agent_id,
    secretOf: channel => secretsOf(args)[channel],
    keysOf: source => keysOf(args, source),
    portsFor: (facts, title) => portsOf(request, directory(), facts, title),
    onTicket: async ticket => {
      const records = await recordsOf([ticket, PEOPLE]);
      const isOf = (key: string) => records.filter(({ data }) => data.ticketKey === key);
      return knowing(isOf(PEOPLE), new Map([[ticket, isOf(ticket)]]));
    },
  };
}

/** Reads the installation for one request at `now` (epoch ms). @throws AgreementError, DeskError */
export function installationOf(args: Args, now: number): Installation {
  const agreement = enteredAgreement(args);
  const hash = hashing(ledgerKeyOf(args));
  const read = { presence: everybodyThere, met: new Map(), records: [] };
  return installed({ args, now, hash, ...read, ...(agreement ? { agreement } : {}) });
}
