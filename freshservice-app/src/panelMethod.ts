import { answerPanel, failed, panelRequestSchema, type PanelAnswer, type PanelRequest } from '@baton/shared';
import { installationOf } from './installation';
import type { Args } from './parameters';
import { isBelievable, log, notWhoTheySay, ticketDesk } from './ticketDesk';

const badRequest: PanelAnswer = {
  ok: false,
  code: 'bad-request',
  sentence: 'The panel sent something Baton does not understand.',
  remedy: 'Reload the page; an older panel may still be open.',
};

/** Everything else is an act, one that is added later too. */
const looks: ReadonlySet<PanelRequest['type']> = new Set(['view', 'form', 'ask form', 'draft', 'ledger']);

async function answer(args: Args, request: PanelRequest, now: number): Promise<PanelAnswer> {
  const ticketId = request.ticket ?? '';
  if (!/^[0-9]{1,15}$/.test(ticketId)) return badRequest;
  const known = await installationOf(args, now).onTicket(ticketId);
  const isAct = !looks.has(request.type);
  if (isAct && !(await isBelievable(known.directory, request.viewer))) return notWhoTheySay;
  return answerPanel(ticketDesk(ticketId, known, request.viewer, now), ticketId, request);
}

/** Answers a request of the sidebar; never throws. */
export async function answerPanelMethod(args: Args & { readonly request?: unknown }): Promise<PanelAnswer> {
  const request = panelRequestSchema.safeParse(args.request);
  if (!request.success) return badRequest;
  try {
    return await answer(args, request.data, Date.now());
  } catch (error) {
    return failed({ log }, error);
  }
}
