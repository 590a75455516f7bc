import { nextDue, remember, unopened, type State } from '../escalation';
import { AgreementError, DeskError, LedgerError, type Refusal } from '../failures';
import { advance, clearTexts, eraseCopies, readHistory, type Advanced } from '../ledger';
import type { DeskTicket, TicketEvent } from '../ticket';
import { failureSentence, requestEvent, stranger } from './acts';
import { refusedAnswer } from './answer';
import { formView } from './formView';
import { isOpenDraft, previousPacket } from './ownWords';
import type { PanelDesk } from './panelDesk';
import { panelView } from './panelView';
import type { PanelAnswer, PanelRequest } from './protocol';
import type { PanelView } from './view';

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

/** The ledger as it is now: opened if it must be, with everything decided that has fallen due. */
async function current(desk: PanelDesk, ticket: string): Promise<Advanced> {
  const ledger = await desk.ports.ledger.load(ticket);
  const state: State = ledger?.page.state ?? unopened;
  const due = nextDue(state);
  if (state.status !== 'unopened' && (due === undefined || due > desk.now)) {
    return { state, ledger, facts: [], notices: [] };
  }
  const opened = await openingEvents(desk, state);
  return advance(desk.ports, ticket, [...opened, timePassed(desk)], ledger ?? null);
}

/** Carries the notices out; a desk that refuses is logged, since facts stand whatever the desk does. */
async function carryOut(desk: PanelDesk, advanced: Advanced): Promise<void> {
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

/** Texts are for the two parties of the agreement, whoever else may open the panel (rules §7). */
const isReader = ({ viewer }: PanelDesk): boolean => viewer.party !== undefined;

function viewOf(desk: PanelDesk, advanced: Advanced): PanelView {
  return panelView({
    state: advanced.state,
    facts: advanced.ledger?.page.facts ?? [],
    texts: isReader(desk) ? clearTexts(advanced.ledger?.texts ?? {}) : {},
    directory: desk.ports.directory,
    viewer: { ...desk.viewer, desk: desk.name },
    now: desk.now,
  });
}

const refused = (desk: PanelDesk, refusal: Refusal, advanced: Advanced): PanelAnswer =>
  refusedAnswer(refusal, desk.name, viewOf(desk, advanced));

async function act(desk: PanelDesk, ticket: string, event: TicketEvent): Promise<PanelAnswer> {
  const ledger = await desk.ports.ledger.load(ticket);
  const opened = await openingEvents(desk, ledger?.page.state ?? unopened);
  // What fell due before is decided with it, in one append.
  const advanced = await advance(desk.ports, ticket, [...opened, event], ledger ?? null);
  if (advanced.refusal) return refused(desk, advanced.refusal, advanced);
  await erase(desk, ticket, advanced);
  await carryOut(desk, advanced);
  return { ok: true, view: viewOf(desk, advanced) };
}

async function form(desk: PanelDesk, ticket: string): Promise<PanelAnswer> {
  const advanced = await current(desk, ticket);
  const view = viewOf(desk, advanced);
  if (!isReader(desk)) return refused(desk, stranger, advanced);
  if (advanced.state.status === 'unopened') return { ok: true, view };
  const [seen, work, draft] = await Promise.all([desk.ticket(), desk.work(), desk.drafts.get()]);
  const filled = formView({
    state: advanced.state,
    directory: desk.ports.directory,
    viewer: { ...desk.viewer, desk: desk.name },
    now: desk.now,
    title: seen.title,
    ...work,
    ...previousPacket(desk, advanced),
    ...(isOpenDraft(desk, draft, advanced) ? { draft: draft.fields } : {}),
  });
  return { ok: true, view, form: filled };
}

async function ledger(desk: PanelDesk, ticket: string): Promise<PanelAnswer> {
  const advanced = await current(desk, ticket);
  if (!isReader(desk)) return refused(desk, stranger, advanced);
  const history = await readHistory(desk.ports.ledger, ticket, advanced.ledger);
  return { ok: true, view: viewOf(desk, advanced), ledger: history };
}

async function answer(desk: PanelDesk, ticket: string, request: PanelRequest): Promise<PanelAnswer> {
  switch (request.type) {
    case 'view': {
      const advanced = await current(desk, ticket);
      await carryOut(desk, advanced);
      return { ok: true, view: viewOf(desk, advanced) };
    }
    case 'form':
      return form(desk, ticket);
    case 'ledger':
      return ledger(desk, ticket);
    case 'draft':
      await desk.drafts.set(request.fields);
      return { ok: true, view: viewOf(desk, await current(desk, ticket)) };
    default:
      return actOn(desk, ticket, request);
  }
}

async function actOn(
  desk: PanelDesk,
  ticket: string,
  request: Parameters<typeof requestEvent>[1],
): Promise<PanelAnswer> {
  const event = requestEvent(desk, request);
  if ('refusal' in event) return refused(desk, event.refusal, await current(desk, ticket));
  return act(desk, ticket, event.event);
}

/**
 * Answers one request of a panel: establishes what is so, decides, appends, makes the desk follow, and says how it
 * looks now. Every failure becomes a plain sentence; what was stored is kept.
 */
export async function answerPanel(desk: PanelDesk, ticket: string, request: PanelRequest): Promise<PanelAnswer> {
  try {
    return await answer(desk, ticket, request);
  } catch (error) {
    return failed(desk, error);
  }
}

/** The answer to a failure: a sentence for the person, a line for the admin. */
export function failed(desk: Pick<PanelDesk, 'log'>, error: unknown): PanelAnswer {
  const isKnown = error instanceof DeskError || error instanceof LedgerError || error instanceof AgreementError;
  desk.log(error instanceof Error ? `${error.name}: ${error.message}` : 'Something unexpected was thrown.');
  return { ok: false, ...failureSentence(isKnown ? error : undefined) };
}
