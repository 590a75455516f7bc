import type { Directory, Terms } from '../agreement';
import { classifiedAs, needsTerms, occasionsOf, type Context, type State } from '../escalation';
import type { TicketEvent } from '../ticket';
import type { Head } from './chain';
import { writtenWith } from './erasing';
import { canonicalJson, hashing } from './hash';
import type { Classify, LoadedLedger, Ports } from './ports';

/** What is known of a ledger when an event comes. */
interface Known {
  readonly last: LoadedLedger | undefined;
  readonly state: State;
  readonly head: Head;
}

/** The same ticket opens the same escalation whoever is first, and a later one another (rules §1.5). */
const nextIdOf = ({ origin }: Ports, ticket: string, { head }: Known): string =>
  hashing()(canonicalJson([origin.desk, origin.tenant, ticket, head.seq])).slice(0, 24);

/** The pace of teams is pinned with the promises, so that replay needs no lookup. */
function atPace(terms: Terms, { pace }: Directory): Terms {
  const known = pace?.[terms.priority];
  return known === undefined ? terms : { ...terms, pace: known };
}

/** What this ticket has in common with others of which another one tells. */
async function toldElsewhere(ports: Ports, ticket: string, { learned }: TicketEvent, state: State): Promise<string[]> {
  const elsewhere: string[] = [];
  for (const occasion of occasionsOf(ports.directory, state, learned)) {
    if ((await ports.tellsOf?.(occasion, ticket)) === false) elsewhere.push(occasion);
  }
  return elsewhere;
}

/** Everything that deciding this event needs to know of the world. @throws LedgerError, DeskError */
export async function contextOf(ports: Ports, ticket: string, event: TicketEvent, known: Known): Promise<Context> {
  const { state, last } = known;
  const as: Classify = facts => classifiedAs(state, event, facts);
  const terms = needsTerms(state, event) ? await ports.terms(ticket, as) : undefined;
  const isErasing = event.type === 'EraseText';
  const written = isErasing ? await writtenWith(ports.ledger, ticket, last, event.fact) : undefined;
  const elsewhere = await toldElsewhere(ports, ticket, event, state);
  return {
    directory: ports.directory,
    ...(elsewhere.length > 0 ? { elsewhere } : {}),
    nextId: nextIdOf(ports, ticket, known),
    ...(terms ? { terms: atPace(terms, ports.directory) } : {}),
    ...(ports.title === undefined ? {} : { title: ports.title }),
    ...(written ? { written } : {}),
  };
}
