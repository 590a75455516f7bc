import {
  answerPanel,
  failed,
  panelRequestSchema,
  personByNative,
  type Directory,
  type HoldingParty,
  type PanelAnswer,
  type PanelDesk,
  type PanelRequest,
  type Viewer,
} from '@baton/shared';
import Resolver from '@forge/resolver';
import { readDirectory } from './agreementStore';
import { draftsOf } from './drafts';
import { carryOut, readChangelog, readIssueAsUser, readWork } from './jiraDesk';
import { portsFor } from './ledgerPorts';
import { translateIssue, translatePast, type JiraIssue } from './translateJira';

const log = (line: string): void => console.warn(line);

/** Who acts is the runtime's word; the browser's is not read (rules §4.4). */
function viewerOf(directory: Directory, accountId: string, timeZone: string): Viewer {
  const person = personByNative(directory, 'jira', accountId);
  const party = person === undefined ? undefined : directory.people[person]?.party;
  if (person === undefined || (party !== 'msp' && party !== 'client')) return { timeZone };
  return { person, party: party as HoldingParty, timeZone };
}

function deskFor(issue: JiraIssue, directory: Directory, accountId: string, timeZone: string): PanelDesk {
  const ticket = translateIssue(directory, issue);
  return {
    name: 'jira',
    now: Date.now(),
    ports: portsFor(directory, async () => ticket.facts, ticket.title),
    viewer: viewerOf(directory, accountId, timeZone),
    assurance: 'platform',
    ticket: async () => ticket,
    past: async () => translatePast(directory, ticket, await readChangelog(issue.id)),
    work: () => readWork(issue.id, directory),
    carryOut: notices => carryOut(issue.id, directory, notices),
    drafts: draftsOf(issue.id, accountId),
    log,
  };
}

interface Call {
  readonly payload: unknown;
  readonly context: { readonly accountId?: string; readonly extension?: { readonly issue?: { readonly id?: string } } };
}

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
};

const badRequest: PanelAnswer = {
  ok: false,
  code: 'bad-request',
  sentence: 'The panel sent something Baton does not understand.',
  remedy: 'Reload the page; an older panel may still be open.',
};

async function answer(request: PanelRequest, { context }: Call): Promise<PanelAnswer> {
  const id = context.extension?.issue?.id;
  if (id === undefined || context.accountId === undefined) return badRequest;
  // The work item in the context is a claim; reading it as the person proves that they may see it.
  const [issue, directory] = await Promise.all([readIssueAsUser(id), readDirectory()]);
  const zone = isZone(request.viewer.timeZone) ? request.viewer.timeZone : 'UTC';
  return answerPanel(deskFor(issue, directory, context.accountId, zone), issue.id, request);
}

async function panel(call: Call): Promise<PanelAnswer> {
  const request = panelRequestSchema.safeParse(call.payload);
  if (!request.success) return badRequest;
  try {
    return await answer(request.data, call);
  } catch (error) {
    return failed({ log }, error);
  }
}

/** The panel's only door. */
export const panelResolver = new Resolver().define('panel', panel as never).getDefinitions();
