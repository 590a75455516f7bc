import type { Directory } from '../agreement';
import { pagedAbout } from '../channels';
import { unopened } from '../escalation';
import { advance } from '../ledger';
import type { Actor, TicketEvent } from '../ticket';
import type { AlertDesk, PageJob } from './inboundDesk';

/** Whoever has that id of PagerDuty among their contacts. */
const personOf = ({ people }: Directory, id: string | undefined): string | undefined =>
  id === undefined
    ? undefined
    : Object.keys(people).find(person => people[person]?.active && people[person].pager === id);

function actorOf({ people }: Directory, agent: PageJob['page']['agent']): Actor {
  const person = personOf({ people } as Directory, agent?.id);
  if (person === undefined) return agent ? { native: agent.id } : {};
  const party = people[person]?.party;
  return { person, ...(party === undefined ? {} : { party }) };
}

function seenAt({ directory, now }: AlertDesk, { page, delivery }: PageJob, since: number): TicketEvent {
  const who = page.agent?.summary ?? '';
  return {
    ...{ type: 'PageAcknowledged', deliveryId: delivery, at: Math.max(since, Math.min(page.at, now)), learned: now },
    ...{ actor: actorOf(directory, page.agent), channel: 'pagerduty', assurance: 'claimed' },
    ...(who === '' ? {} : { who }),
  };
}

/**
 * Somebody acknowledged a page: known to all, and no acceptance. A page that Baton did not send, or about an escalation
 * that is over, means nothing.
 *
 * @throws LedgerError, DeskError: to be taken again
 */
export async function takePage(desk: AlertDesk, job: PageJob): Promise<void> {
  const { ticket, escalation } = pagedAbout(job.page.incident) ?? {};
  if (ticket === undefined) return;
  const ports = await desk.portsFor(ticket);
  const ledger = await ports.ledger.load(ticket);
  const state = ledger?.page.state ?? unopened;
  if (state.status === 'unopened' || state.id !== escalation) return;
  const advanced = await advance(ports, ticket, [seenAt(desk, job, state.openedAt)], ledger);
  await desk.carryOut(ticket, advanced.notices);
}
