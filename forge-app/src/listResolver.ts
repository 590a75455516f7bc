import {
  answerList,
  failed,
  listRequestSchema,
  withOut,
  type Directory,
  type ListAnswer,
  type ListDesk,
  type ListRequest,
} from '@baton/shared';
import Resolver from '@forge/resolver';
import { drillOnChannel } from './channelDesk';
import { changePresence, readDirectory } from './directoryStore';
import { lookSoon } from './dueQueue';
import { healthAt, tryAgainAt } from './health';
import { listedFor } from './rowQueries';
import { readIssueAsUser, readSummaries } from './jiraDesk';
import { settings } from './settingsResolver';
import { log, ticketDesk, viewerOf } from './ticketDesk';

interface Call {
  readonly payload: unknown;
  readonly context: { readonly accountId?: string };
}

const badRequest: ListAnswer = {
  ok: false,
  code: 'bad-request',
  sentence: 'The list sent something Baton does not understand.',
  remedy: 'Reload the page; an older list may still be open.',
};

function listDesk(directory: Directory, accountId: string, { viewer }: ListRequest): ListDesk {
  return {
    name: 'jira',
    now: Date.now(),
    viewer: viewerOf(directory, accountId, viewer.timeZone),
    directory,
    offered: party => listedFor(party, 'offered'),
    ours: party => listedFor(party, 'ours'),
    called: rows => readSummaries(rows.map(({ ticket }) => ticket)),
    open: async ticket => {
      const issue = await readIssueAsUser(ticket);
      const desk = ticketDesk(issue, directory, accountId, viewer.timeZone);
      return { desk, called: { label: issue.key, title: issue.fields.summary } };
    },
    keepOut: (person, out) => changePresence(presence => withOut(presence, person, out), Date.now()),
    keepConfirmed: person =>
      changePresence(
        presence => ({ ...presence, confirmed: { ...presence.confirmed, [person]: Date.now() } }),
        Date.now(),
      ),
    keepDrill: (party, drill) =>
      changePresence(presence => ({ ...presence, drills: { ...presence.drills, [party]: drill } }), Date.now()),
    drillOn: channel => drillOnChannel(directory, channel),
    lookAt: tickets => lookSoon(tickets, Date.now()),
    health: () => healthAt(Date.now()),
    tryAgain: () => tryAgainAt(Date.now()),
    log,
  };
}

async function list({ payload, context }: Call): Promise<ListAnswer> {
  const request = listRequestSchema.safeParse(payload);
  if (!request.success || context.accountId === undefined) return badRequest;
  try {
    return await answerList(listDesk(await readDirectory(), context.accountId, request.data), request.data);
  } catch (error) {
    return failed({ log }, error);
  }
}

/** The doors of the page among the queues: the list, and the agreement for whoever has a say in it. */
export const listResolver = new Resolver()
  .define('list', list as never)
  .define('settings', settings as never)
  .getDefinitions();
