import {
  advance,
  observe,
  unopened,
  type DeskTicket,
  type Directory,
  type State,
  type TicketEvent,
} from '@baton/shared';
import { readDirectory } from './agreementStore';
import { carryOut, readIssueAsApp } from './jiraDesk';
import { portsFor } from './ledgerPorts';
import { laterOr } from './platformErrors';
import { translateIssue } from './translateJira';
import { deliveryOf, jiraEventSchema, translateChange, translateComment, type JiraEvent } from './translateJiraEvent';

/** One event as it is being read; the work item is asked for at most once. */
interface Reading {
  readonly directory: Directory;
  readonly event: JiraEvent;
  readonly learned: number;
  issue(): ReturnType<typeof readIssueAsApp>;
}

/** What an event means: what its changelog says, else whatever differs on the work item read again (design §6). */
async function eventsOf({ directory, event, learned, issue }: Reading, state: State): Promise<readonly TicketEvent[]> {
  if (event.comment) return translateComment(directory, event, learned);
  if (event.changelog && state.status !== 'unopened') return translateChange(directory, state, event, learned);
  const ticket = translateIssue(directory, await issue());
  const delivery = deliveryOf(directory, event, learned);
  const changes = translateChange(directory, state, event, learned);
  return changes.length > 0
    ? [openedAsBefore(ticket, delivery, changes), ...changes]
    : observe(state, ticket, delivery);
}

/** A ledger that begins with a change begins with where the ticket lay before it (rules §1.5). */
function openedAsBefore(
  ticket: DeskTicket,
  delivery: ReturnType<typeof deliveryOf>,
  changes: readonly TicketEvent[],
): TicketEvent {
  const move = changes.find(change => change.type === 'TicketMoved');
  return {
    ...delivery,
    type: 'TicketOpened',
    deliveryId: `${delivery.deliveryId}/before`,
    at: Math.min(ticket.createdAt, delivery.at),
    assurance: 'history',
    to: move?.from ?? ticket.placement,
  };
}

async function take(event: JiraEvent, learned: number): Promise<void> {
  const directory = await readDirectory();
  const { id } = event.issue;
  let read: ReturnType<typeof readIssueAsApp> | undefined;
  const issue = () => (read ??= readIssueAsApp(id));
  const ports = portsFor(directory, async () => translateIssue(directory, await issue()).facts);
  const ledger = await ports.ledger.load(id);
  const events = await eventsOf({ directory, event, learned, issue }, ledger?.page.state ?? unopened);
  if (events.length === 0) return;
  const advanced = await advance(ports, id, events, ledger ?? null);
  await carryOut(id, directory, advanced.notices);
}

/** Something happened on a work item. What cannot be read now is logged, and asked for again where that may help. */
export async function onTicketEvent(event: unknown): Promise<unknown> {
  const parsed = jiraEventSchema.safeParse(event);
  if (!parsed.success) {
    console.warn(`An event lacks ${parsed.error.issues[0]?.path.join('.') ?? 'a field'}; it was left alone.`);
    return undefined;
  }
  try {
    return await take(parsed.data, Date.now());
  } catch (error) {
    return laterOr(error, event);
  }
}
