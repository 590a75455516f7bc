import {
  answerList,
  failed,
  listRequestSchema,
  triedLines,
  type ListAnswer,
  type ListDesk,
  type ListedRow,
  type ListedRows,
  type ListRequest,
  type TicketLabel,
} from '@baton/shared';
import { drillOnChannel } from './channelDesk';
import { ringSoon } from './dueBells';
import { sweep } from './dueTime';
import { healthAt } from './health';
import { inboundDoor } from './inbound';
import { installationOf, type Installation } from './installation';
import type { Args } from './parameters';
import { heldBy, offeredTo } from './listedEscalations';
import { isBelievable, log, notWhoTheySay, ticketDesk, viewerOf } from './ticketDesk';
import { readAddress } from './targetAddress';
import { readTitles } from './ticketTitles';
import { keepConfirmed, keepDrill, keepOut } from './whoIsThere';

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

/** What a list or an act on it reads first; who is there comes with either. */
async function knownFor(
  installation: Installation,
  request: ListRequest,
): Promise<{ readonly known: Installation; readonly offered?: ListedRows }> {
  const { party } = viewerOf(installation.directory, request.viewer);
  if ('ticket' in request) return { known: await installation.onTicket(request.ticket) };
  // Whom the agreement of the installation does not know, the one in force may.
  if (party === undefined) return { known: await installation.current() };
  const { people, ...offered } = await offeredTo(party);
  return { known: await installation.knowing(people), offered };
}

const hasAlerts = ({ directory }: Installation): boolean =>
  Object.values(directory.sources ?? {}).some(({ kind }) => kind === 'alerts');

async function listDesk(args: Args, installation: Installation, request: ListRequest, now: number): Promise<ListDesk> {
  const { viewer } = request;
  const { known, offered } = await knownFor(installation, request);
  return {
    name: 'freshservice',
    now,
    viewer: viewerOf(known.directory, viewer),
    directory: known.directory,
    offered: async party => offered ?? (await offeredTo(party)),
    ours: heldBy,
    called: rows => called(known, rows),
    open: ticket => Promise.resolve({ desk: ticketDesk(ticket, known, viewer, now), called: { label: `#${ticket}` } }),
    keepOut: (person, out) => keepOut(person, out, known.hash),
    keepConfirmed: person => keepConfirmed(known.presence, person, now, known.hash),
    keepDrill: (party, drill) => keepDrill(party, drill, known.hash),
    drillOn: channel => drillOnChannel(known, channel, now),
    lookAt: tickets => ringSoon(tickets, now),
    health: () => healthAt(now),
    tryAgain: () => sweep(args, now),
    ...(hasAlerts(known)
      ? { testAlerts: async () => triedLines(await inboundDoor(args, now), await readAddress()) }
      : {}),
    log,
  };
}

/** What only looks; everything else is believed of who it says it is from. */
const looks: ReadonlySet<ListRequest['type']> = new Set(['list', 'health', 'next actions'] as const);

async function answer(args: Args, request: ListRequest, now: number): Promise<ListAnswer> {
  const entered = installationOf(args, now);
  const installation = entered.isAgreed ? entered : await entered.current();
  const isAct = !looks.has(request.type);
  if (isAct && !(await isBelievable(installation.directory, request.viewer))) return notWhoTheySay;
  return answerList(await listDesk(args, installation, request, now), request);
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
