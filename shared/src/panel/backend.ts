import type { Open } from '../escalation';
import { AgreementError, DeskError, LedgerError, type Refusal } from '../failures';
import { clearTexts, exportedPart, type Advanced } from '../ledger';
import { act, carryOut, current } from './acting';
import { stranger } from './acts';
import { failureSentence } from './failureSentence';
import { refusedAnswer } from './answer';
import { askFormView } from './askForm';
import { caseFacts, isCase } from './caseFacts';
import { messageForm } from './customerMessage';
import { formView } from './formView';
import { isOpenDraft, previousPacket } from './ownWords';
import { overrideForm } from './overrideForm';
import type { PanelDesk } from './panelDesk';
import { panelView } from './panelView';
import type { PanelAnswer, PanelRequest } from './protocol';
import { approvalForm } from './approvalForm';
import { recordForm } from './recordForm';
import type { PanelView } from './view';

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
    ...previousPacket(desk, advanced.ledger),
    ...(isOpenDraft(desk, draft, advanced.ledger) ? { draft: draft.fields } : {}),
  });
  return { ok: true, view, form: filled };
}

type AskForm = Extract<PanelRequest, { type: 'ask form' }>;

/** The short form, filled: for one of the verbs, or for a lead's leave. */
async function shortForm(desk: PanelDesk, advanced: Advanced, { verb, fields = {} }: AskForm, state: Open) {
  const { directory } = desk.ports;
  const viewer = { ...desk.viewer, desk: desk.name };
  if (verb === 'tell') return messageForm({ state, directory, viewer, now: desk.now, label: desk.label, fields });
  if (verb === 'override') return overrideForm(state, directory, viewer, { now: desk.now, fields });
  if (verb === 'record approval') return approvalForm(state, directory, viewer, { now: desk.now, fields });
  if (verb === 'record') return recordForm(state, directory, viewer, { now: desk.now, fields });
  const about = isCase(fields) ? await caseFacts(desk, advanced.ledger) : [];
  return askFormView({ verb, fields, state, directory, now: desk.now, viewer, about });
}

async function askForm(desk: PanelDesk, ticket: string, request: AskForm): Promise<PanelAnswer> {
  const advanced = await current(desk, ticket);
  const view = viewOf(desk, advanced);
  if (!isReader(desk)) return refused(desk, stranger, advanced);
  if (advanced.state.status === 'unopened') return { ok: true, view };
  return { ok: true, view, asking: await shortForm(desk, advanced, request, advanced.state) };
}

/** One part of the ledger for export: an answer of a desk has room for one stored page. */
async function ledger(desk: PanelDesk, ticket: string, page: number | undefined): Promise<PanelAnswer> {
  const advanced = await current(desk, ticket);
  if (!isReader(desk)) return refused(desk, stranger, advanced);
  const part = page === undefined ? advanced.ledger : await desk.ports.ledger.loadVersion(ticket, page);
  return { ok: true, view: viewOf(desk, advanced), ...(part ? { ledger: exportedPart(ticket, part) } : {}) };
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
    case 'ask form':
      return askForm(desk, ticket, request);
    case 'ledger':
      return ledger(desk, ticket, request.page);
    case 'draft':
      await desk.drafts.set(request.fields);
      return { ok: true, view: viewOf(desk, await current(desk, ticket)) };
    default:
      return actOn(desk, ticket, request);
  }
}

async function actOn(desk: PanelDesk, ticket: string, request: Parameters<typeof act>[2]): Promise<PanelAnswer> {
  const acted = await act(desk, ticket, request);
  // What was sent to the customer was noted after it was decided.
  const isSent = acted.notices.some(({ is }) => is === 'reply');
  const advanced = isSent ? await current(desk, ticket) : acted;
  return advanced.refusal ? refused(desk, advanced.refusal, advanced) : { ok: true, view: viewOf(desk, advanced) };
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
export function failed(desk: Pick<PanelDesk, 'log'>, error: unknown): Extract<PanelAnswer, { ok: false }> {
  const isKnown = error instanceof DeskError || error instanceof LedgerError || error instanceof AgreementError;
  desk.log(error instanceof Error ? `${error.name}: ${error.message}` : 'Something unexpected was thrown.');
  return { ok: false, ...failureSentence(isKnown ? error : undefined) };
}
