import { sourceOf } from '../agreement';
import { openAsks, unopened, type Ask, type State } from '../escalation';
import { advance } from '../ledger';
import type { TicketEvent } from '../ticket';
import type { AlertDesk, CaseJob } from './inboundDesk';

/** The vendor that a word comes from, where the case it is about is open and theirs. */
function vendorOf(
  { directory }: AlertDesk,
  { word: { source: name, about } }: CaseJob,
  state: State,
): string | undefined {
  const source = sourceOf(directory, name);
  if (state.status === 'unopened' || state.id !== about.escalation || source?.kind !== 'vendor') return undefined;
  const isTheirs = ({ id, of }: Ask): boolean =>
    id === about.ask && of.party === 'vendor' && of.vendor === source.vendor;
  return openAsks(state).some(isTheirs) ? source.vendor : undefined;
}

/** Signed by the vendor's key, which says who has the key and no more. */
function told({ now }: AlertDesk, { delivery, word, sent }: CaseJob, vendor: string): TicketEvent {
  const { about, reference, answer } = word;
  return {
    ...{ type: 'CaseTold', deliveryId: delivery, at: Math.min(sent, now), learned: now, ask: about.ask, vendor },
    ...{ actor: { party: 'vendor' }, channel: 'webhook', assurance: 'claimed' },
    ...(reference === undefined ? {} : { reference }),
    ...(answer === undefined ? {} : { answer }),
  };
}

/**
 * A vendor told what became of a case: it stands with the Ask. What is about no open case of theirs is counted as not let
 * in, and nothing of it is kept.
 *
 * @throws LedgerError, DeskError: to be taken again
 */
export async function takeCaseWord(desk: AlertDesk, job: CaseJob): Promise<void> {
  const { ticket } = job.word.about;
  const ports = await desk.portsFor(ticket);
  const ledger = await ports.ledger.load(ticket);
  const vendor = vendorOf(desk, job, ledger?.page.state ?? unopened);
  if (vendor === undefined) return desk.refuse('no such case');
  const advanced = await advance(ports, ticket, [told(desk, job, vendor)], ledger);
  await desk.carryOut(ticket, advanced.notices);
}
