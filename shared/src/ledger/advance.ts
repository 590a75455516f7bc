import { decide, evolve, nextDue, unopened, type Context, type NewFact, type State } from '../escalation';
import { DeskError, type Refusal } from '../failures';
import type { TicketEvent } from '../ticket';
import { chainStart, seal, type Head, type LedgerFact, type SealedTexts } from './chain';
import { contextOf } from './context';
import { erasedBy } from './erasing';
import { heardIn } from './heard';
import { pageAfter, textsOf } from './nextPage';
import { lookAfterAt, noticesOf } from './notices';
import type { LoadedLedger, Notice, Ports } from './ports';
import { owedBy } from './owing';
import { rowOf } from './row';

/** What came of some events: the ledger as it is now, the new facts, and a refusal if a person asked too much. */
export interface Advanced {
  readonly state: State;
  readonly ledger: LoadedLedger | undefined;
  readonly facts: readonly LedgerFact[];
  readonly notices: readonly Notice[];
  readonly refusal?: Refusal;
}

/** How often an append is tried again after somebody else was faster. */
const ATTEMPTS = 6;

/** A round of decisions over one loaded ledger: what is new, not yet stored. */
interface Round {
  readonly last: LoadedLedger | undefined;
  state: State;
  head: Head;
  facts: LedgerFact[];
  texts: SealedTexts;
  refusal?: Refusal;
}

const escalationOf = (round: Round, fact: NewFact): string =>
  fact.type === 'EscalationOpened' ? fact.data.escalation : round.state.status === 'unopened' ? '' : round.state.id;

function record(ports: Ports, round: Round, fact: NewFact): LedgerFact {
  const { hash, salt, origin } = ports;
  const sealed = seal(fact, round.head, { escalation: escalationOf(round, fact), origin, hash, salt });
  round.state = evolve(round.state, sealed.fact);
  round.head = { seq: sealed.fact.seq, hash: sealed.fact.hash };
  round.facts.push(sealed.fact);
  round.texts = { ...round.texts, ...sealed.texts, ...erasedBy([sealed.fact]) };
  return sealed.fact;
}

/** Writes a fact down, and whom it owes a message. */
function tell(ports: Ports, round: Round, fact: NewFact): void {
  const sealed = record(ports, round, fact);
  owedBy(round.state, sealed, ports.directory).forEach(owed => record(ports, round, owed));
}

function take(ports: Ports, round: Round, context: Context, event: TicketEvent): void {
  const decision = decide(context, round.state, event);
  if ('refusal' in decision) round.refusal = decision.refusal;
  else decision.facts.forEach(fact => tell(ports, round, fact));
}

const byItself = { actor: { rule: 'baton' }, channel: 'clock', assurance: 'platform' } as const;

type Moment = Pick<TicketEvent, 'at' | 'learned'>;

/** Looks who is there; whether anything came of it. */
function isNewsOfPeople(ports: Ports, round: Round, context: Context, { at, learned }: Moment): boolean {
  const before = round.facts.length;
  take(ports, round, context, { ...byItself, type: 'DirectoryRead', deliveryId: `people:${at}`, at, learned });
  return round.facts.length > before;
}

/** The next due instant is over, if it comes until then; whether anything came of it. */
function isNewsOfTime(ports: Ports, round: Round, context: Context, until: Moment): boolean {
  const due = nextDue(round.state);
  if (due === undefined || due > until.at) return false;
  const before = round.facts.length;
  const learned = Math.max(until.learned, due);
  take(ports, round, context, { ...byItself, type: 'TimePassed', deliveryId: `time:${due}`, at: due, learned });
  return round.facts.length > before;
}

/** Lets time pass until `at`, one due instant after the other; whoever is away by then has been away before it. */
function passTime(ports: Ports, round: Round, context: Context, until: Moment): void {
  const look = () => {
    const at = Math.min(nextDue(round.state) ?? until.at, until.at);
    return isNewsOfPeople(ports, round, context, { at, learned: Math.max(until.learned, at) });
  };
  while (look() || isNewsOfTime(ports, round, context, until));
}

async function decideAll(ports: Ports, ticket: string, events: readonly TicketEvent[], round: Round): Promise<void> {
  for (const event of events) {
    const context = await contextOf(ports, ticket, event, round);
    passTime(ports, round, context, event);
    if (event.type !== 'TimePassed') take(ports, round, context, event);
    passTime(ports, round, context, { at: event.learned, learned: event.learned });
  }
}

const begun = (last: LoadedLedger | undefined): Round => ({
  last,
  state: last?.page.state ?? unopened,
  head: last?.page.head ?? chainStart,
  facts: [],
  texts: {},
});

async function attempt(
  ports: Ports,
  ticket: string,
  events: readonly TicketEvent[],
  last: LoadedLedger | undefined,
): Promise<Advanced | 'conflict'> {
  const round = begun(last);
  await decideAll(ports, ticket, events, round);
  const refusal = round.refusal ? { refusal: round.refusal } : {};
  if (round.facts.length === 0) return { state: round.state, ledger: last, facts: [], notices: [], ...refusal };
  const page = pageAfter(last, round, ports.ledger.pageLimit);
  const texts = textsOf(last, page, round);
  const now = Math.max(...round.facts.map(({ learned }) => learned));
  const row = { ...rowOf(round.state, now, lookAfterAt(page.facts, now)), ...heardIn(round.facts) };
  const stored = await ports.ledger.append(ticket, { page, texts, row }, last);
  if (stored === 'conflict') return 'conflict';
  const notices = noticesOf(round.state, round.facts);
  return { state: round.state, ledger: { page, texts }, facts: round.facts, notices, ...refusal };
}

/**
 * The only place where the core meets the world: loads a ticket's ledger, decides what the events mean, appends the
 * facts if nobody was faster (else decides again on what is there now), and says what the desk has to do.
 * Time passes first: whatever fell due before an event is decided before it.
 *
 * `known` is the ledger as it was just read, null where there was none, to save a read; it may be out of date.
 *
 * @throws LedgerError when the stored ledger cannot be read, DeskError when the store fails or stays contested.
 */
export async function advance(
  ports: Ports,
  ticket: string,
  events: readonly TicketEvent[],
  known?: LoadedLedger | null,
): Promise<Advanced> {
  for (let tried = 0; tried < ATTEMPTS; tried += 1) {
    const isKnown = tried === 0 && known !== undefined;
    const last = isKnown ? (known ?? undefined) : await ports.ledger.load(ticket);
    const advanced = await attempt(ports, ticket, events, last);
    if (advanced !== 'conflict') return advanced;
  }
  throw new DeskError('busy', 'Several people are acting on this at once.');
}
