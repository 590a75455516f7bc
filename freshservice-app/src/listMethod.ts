import {
  answerList,
  failed,
  listRequestSchema,
  type ListAnswer,
  type ListDesk,
  type ListedRow,
  type ListRequest,
  type TicketLabel,
} from '@baton/shared';
import { installationOf, type Args, type Installation } from './installation';
import { heldBy, offeredTo } from './listedEscalations';
import { isBelievable, log, notWhoTheySay, ticketDesk, viewerOf } from './ticketDesk';
import { readTitles } from './ticketTitles';

const badRequest: ListAnswer = {
  ok: false,
  code: 'bad-request',
  sentence: 'The list sent something Baton does not understand.',
  remedy: 'Reload the page; an older list may still be open.',
};

/** Titles are never stored: where the desk does not tell them now, a ticket is called by its number. */
async function called({ directory }: Installation, rows: readonly ListedRow[]): Promise<Record<string, TicketLabel>> {
  const titles = await readTitles(directory, rows).catch((error: unknown) => {
    log(`A list has no titles: ${error instanceof Error ? error.message : 'unknown reason'}`);
    return new Map<string, string>();
  });
  const labelOf = (ticket: string): TicketLabel => {
    const title = titles.get(ticket);
    return { label: `#${ticket}`, ...(title === undefined ? {} : { title }) };
  };
  return Object.fromEntries(rows.map(({ ticket }) => [ticket, labelOf(ticket)]));
}

function listDesk(installation: Installation, { viewer }: ListRequest, now: number): ListDesk {
  const { directory } = installation;
  return {
    name: 'freshservice',
    now,
    viewer: viewerOf(directory, viewer),
    directory,
    offered: offeredTo,
    ours: heldBy,
    called: rows => called(installation, rows),
    open: ticket =>
      Promise.resolve({ desk: ticketDesk(ticket, installation, viewer, now), called: { label: `#${ticket}` } }),
    log,
  };
}

async function answer(args: Args, request: ListRequest, now: number): Promise<ListAnswer> {
  const installation = installationOf(args, now);
  const isAct = request.type === 'accept';
  if (isAct && !(await isBelievable(installation.directory, request.viewer))) return notWhoTheySay;
  return answerList(listDesk(installation, request, now), request);
}

/** Answers a request of the full page; never throws. */
export async function answerListMethod(args: Args & { readonly request?: unknown }): Promise<ListAnswer> {
  const request = listRequestSchema.safeParse(args.request);
  if (!request.success) return badRequest;
  try {
    return await answer(args, request.data, Date.now());
  } catch (error) {
    return failed({ log }, error);
  }
}
