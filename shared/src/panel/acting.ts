import { isDueNews, nextDue, remember, unopened, type State } from '../escalation';
import { advance, eraseCopies, type Advanced, type LoadedLedger } from '../ledger';
import type { DeskTicket, TicketEvent } from '../ticket';
import { requestEvent } from './acts';
import { postedCase } from './caseFacts';
import type { PanelDesk } from './panelDesk';

const circumstances = (desk: PanelDesk, ticket: DeskTicket) => ({
  deliveryId: `seen:${ticket.id}:${ticket.createdAt}`,
  at: ticket.createdAt,
  learned: desk.now,
  actor: { rule: 'baton' },
  channel: 'panel',
  assurance: 'history' as const,
});

/** Events that must come first: a ticket Baton has no ledger of opens with what the desk shows (rules §1.5). */
async function openingEvents(desk: PanelDesk, state: State): Promise<readonly TicketEvent[]> {
  if (state.status !== 'unopened') return [];
  const [ticket, past] = await Promise.all([desk.ticket(), desk.past()]);
  return remember(ticket, past, circumstances(desk, ticket));
}

const timePassed = (desk: PanelDesk): TicketEvent => ({
  type: 'TimePassed',
  deliveryId: `panel:${desk.now}`,
  at: desk.now,
  learned: desk.now,
  actor: { rule: 'baton' },
  channel: 'panel',
  assurance: 'platform',
});

/** What the desk's own due times are, where it tells them and they are news (rules §5.5). */
async function dueEvents(desk: PanelDesk, state: State): Promise<readonly TicketEvent[]> {
  const due = await desk.due?.();
  if (!due || !isDueNews(state, due)) return [];
  const deliveryId = `due:${due.respond ?? ''}:${due.resolve ?? ''}`;
  return [{ ...timePassed(desk), type: 'DueTimesRead', deliveryId, ...due }];
}

const isPast = (due: number | undefined, now: number): boolean => due !== undefined && due <= now;

/** The ledger as it is now: opened if it must be, with everything decided that has fallen due. */
export async function current(desk: PanelDesk, ticket: string): Promise<Advanced> {
  const ledger = await desk.ports.ledger.load(ticket);
  const state: State = ledger?.page.state ?? unopened;
  const events = [...(await openingEvents(desk, state)), ...(await dueEvents(desk, state))];
  if (events.length === 0 && !isPast(nextDue(state), desk.now)) return { state, ledger, facts: [], notices: [] };
  return advance(desk.ports, ticket, [...events, timePassed(desk)], ledger ?? null);
}

/** Carries the notices out; a desk that refuses is logged, since facts stand whatever the desk does. */
export async function carryOut(desk: PanelDesk, advanced: Advanced): Promise<void> {
  try {
    if (advanced.notices.length > 0) await desk.carryOut(advanced.notices);
  } catch (error) {
    desk.log(`The desk did not follow custody: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
}

/** Takes what was erased out of older copies; what is left of them now, a sweep finds. */
async function erase(desk: PanelDesk, ticket: string, { ledger, facts }: Advanced): Promise<void> {
  try {
    if (ledger) await eraseCopies(desk.ports, ticket, ledger, facts);
  } catch (error) {
    desk.log(`Older copies of a removed text are left: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
}

type Request = Parameters<typeof requestEvent>[1];

/** An Ask with what the vendor's own desk gets by it, where it gets something. @throws DeskError */
async function withCase(
  desk: PanelDesk,
  ledger: LoadedLedger | undefined,
  request: Request,
  event: TicketEvent,
): Promise<TicketEvent> {
  if (event.type !== 'AskFor' || request.type !== 'ask') return event;
  return { ...event, ...(await postedCase(desk, ledger, request.fields)) };
}

/** Does what a person's press means, wherever it was pressed, and makes the desk follow; or says why not. */
export async function act(desk: PanelDesk, ticket: string, request: Request): Promise<Advanced> {
  const asked = await requestEvent(desk, request);
  if ('refusal' in asked) return { ...(await current(desk, ticket)), refusal: asked.refusal };
  const ledger = await desk.ports.ledger.load(ticket);
  const opened = await openingEvents(desk, ledger?.page.state ?? unopened);
  // What fell due before is decided with it, in one append.
  const event = await withCase(desk, ledger, request, asked.event);
  const advanced = await advance(desk.ports, ticket, [...opened, event], ledger ?? null);
  if (advanced.refusal) return advanced;
  await erase(desk, ticket, advanced);
  await carryOut(desk, advanced);
  return advanced;
}
