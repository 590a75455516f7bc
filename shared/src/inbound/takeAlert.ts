import type { Placement } from '../agreement';
import { isUncounted, unopened, type Open, type State } from '../escalation';
import { advance, canonicalJson, hashing, type Advanced } from '../ledger';
import type { TicketEvent } from '../ticket';
import { readInstant } from '../time';
import type { AlertDesk, AlertJob, KeptAlert } from './inboundDesk';
import { meaningOf, openOnce, orderOf, type Meaning } from './openTicket';

/** A ticket that no cell governs has no ledger: so long its alert opens no other one, ms. */
const UNFOLLOWED_FOR = 3_600_000;
/** A ticket may have been merged into another one, and that again: so far it is followed. */
const MERGES = 3;

const hash = hashing();

/** The name under which an alert of a source is kept: no text of theirs. */
export const alertName = ({ source, key }: Pick<AlertJob['alert'], 'source' | 'key'>): string =>
  hash(canonicalJson([source, key])).slice(0, 24);

/** One alert being taken: what is kept of it, and when it happened, epoch ms. */
interface Taking {
  readonly desk: AlertDesk;
  readonly job: AlertJob;
  readonly name: string;
  readonly kept: KeptAlert;
  readonly at: number;
}

const happenedAt = ({ sent, alert }: AlertJob): number =>
  Math.min(sent, alert.at === undefined ? sent : (readInstant(alert.at) ?? sent));

/** The ticket that an alert has open, and how it stands. */
interface Standing {
  readonly ticket: string;
  readonly state: State;
}

const isClosing = (state: Open): boolean =>
  state.status === 'resolved' || state.status === 'gone' || isUncounted(state);

const unfollowed = ({ desk, kept }: Taking, ticket: string): Standing | undefined =>
  desk.now - (kept.openedAt ?? 0) < UNFOLLOWED_FOR ? { ticket, state: unopened } : undefined;

async function stateOf({ desk }: Taking, ticket: string): Promise<State> {
  const { ledger } = await desk.portsFor(ticket);
  return (await ledger.load(ticket))?.page.state ?? unopened;
}

const mergedInto = (state: Open): string | undefined => (state.status === 'gone' ? state.into : undefined);

async function standingAt(taking: Taking, ticket: string, merges = 0): Promise<Standing | undefined> {
  const state = await stateOf(taking, ticket);
  if (state.status === 'unopened') return unfollowed(taking, ticket);
  const into = mergedInto(state);
  if (into !== undefined && merges < MERGES) return standingAt(taking, into, merges + 1);
  return isClosing(state) ? undefined : { ticket, state };
}

/** When an alert opened what is standing, at the earliest: what it says of itself came after. */
const since = ({ state }: Standing): number => (state.status === 'unopened' ? 0 : (state.alert?.at ?? state.openedAt));

const standing = (taking: Taking): Promise<Standing | undefined> =>
  taking.kept.ticket === undefined ? Promise.resolve(undefined) : standingAt(taking, taking.kept.ticket);

const told = ({ desk, job, at }: Taking) => ({
  ...{ deliveryId: job.delivery, at, learned: Math.max(desk.now, at) },
  ...{ actor: { rule: job.alert.source }, channel: 'webhook', assurance: 'claimed' as const },
});

async function append({ desk }: Taking, ticket: string, events: readonly TicketEvent[]): Promise<Advanced> {
  const advanced = await advance(await desk.portsFor(ticket), ticket, events);
  await desk.carryOut(ticket, advanced.notices);
  return advanced;
}

function raising(taking: Taking, { severity: { party, team } }: Meaning): TicketEvent[] {
  const { name, kept } = taking;
  const { alert } = taking.job;
  if (alert.action !== 'trigger') return [];
  const { source, severity, summary, link, service, key } = alert;
  const words = {
    summary,
    key,
    ...(link === undefined ? {} : { link }),
    ...(service === undefined ? {} : { service }),
  };
  const to: Placement = { party, team };
  return [{ ...told(taking), type: 'AlertRaised', source, alert: name, severity, to, times: kept.waiting + 1, words }];
}

/** Joins what is open: counted, and written down no oftener than a reader can bear. */
async function joined(taking: Taking, found: Standing, meaning: Meaning): Promise<KeptAlert> {
  const { kept, job } = taking;
  const { ticket, state } = found;
  if (state.status !== 'unopened' && state.causes.includes(job.delivery)) return kept;
  const later = { ...taking, at: Math.max(taking.at, since(found)) };
  const { facts } = await append(taking, ticket, raising(later, meaning));
  return { ...kept, ticket, waiting: facts.some(({ type }) => type.startsWith('Alert')) ? 0 : kept.waiting + 1 };
}

async function opened(taking: Taking, meaning: Meaning): Promise<KeptAlert> {
  const { desk, job, name, kept } = taking;
  if (job.alert.action !== 'trigger') return kept;
  const ticket = await openOnce(desk, `${name}:${kept.ticket ?? 'first'}`, orderOf(job.alert, meaning));
  const { party, team } = meaning.severity;
  const now = { ...taking, kept: { waiting: 0 }, at: desk.now };
  const opening: TicketEvent = {
    ...told(now),
    deliveryId: `${job.delivery}/open`,
    type: 'TicketOpened',
    to: { party, team },
  };
  await append(taking, ticket, [opening, ...raising(now, meaning)]);
  return { ...kept, ticket, openedAt: desk.now, waiting: 0 };
}

async function raised(taking: Taking): Promise<KeptAlert> {
  const { desk, job, kept, at } = taking;
  const { alert } = job;
  // What was over before it came in opens nothing, in whatever order the two arrive.
  if (alert.action !== 'trigger' || (kept.clearedAt !== undefined && at <= kept.clearedAt)) return kept;
  const meaning = meaningOf(desk, alert.source, alert.severity);
  if (!meaning) return kept;
  const found = await standing(taking);
  const next = await (found ? joined(taking, found, meaning) : opened(taking, meaning));
  return { ...next, raisedAt: Math.max(kept.raisedAt ?? 0, at) };
}

async function cleared(taking: Taking): Promise<KeptAlert> {
  const { job, name, kept, at } = taking;
  if (kept.raisedAt !== undefined && at < kept.raisedAt) return kept;
  const found = await standing(taking);
  if (found) {
    const over = told({ ...taking, at: Math.max(at, since(found)) });
    const about = { source: job.alert.source, alert: name, times: kept.waiting };
    await append(taking, found.ticket, [{ ...over, type: 'AlertCleared', ...about }]);
  }
  return { ...kept, clearedAt: Math.max(kept.clearedAt ?? 0, at), waiting: 0 };
}

async function seen(taking: Taking): Promise<KeptAlert> {
  const { job, name, kept, desk } = taking;
  const found = await standing(taking);
  const { alert } = job;
  if (!found || alert.action !== 'acknowledge') return kept;
  const about = { ...told({ ...taking, at: desk.now }), source: alert.source, alert: name };
  const who = alert.by === undefined ? {} : { who: alert.by };
  await append(taking, found.ticket, [{ ...about, type: 'AlertAcknowledged', ...who }]);
  return kept;
}

const takes = { trigger: raised, resolve: cleared, acknowledge: seen } as const;

/**
 * Takes one alert whose signature held: it opens a ticket at the tier that its severity names, joins the one that is
 * open under its key, or is over. Taken twice, or in another order, it leads to the same.
 *
 * @throws LedgerError, DeskError: to be taken again
 */
export async function takeAlert(desk: AlertDesk, job: AlertJob): Promise<void> {
  const name = alertName(job.alert);
  const kept = (await desk.store.read<KeptAlert>(name)) ?? { waiting: 0 };
  const next = await takes[job.alert.action]({ desk, job, name, kept, at: happenedAt(job) });
  if (next !== kept) await desk.store.write(name, next);
}
