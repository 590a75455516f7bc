import {
  answerPanel,
  failed,
  panelRequestSchema,
  personByNative,
  type Directory,
  type PanelAnswer,
  type PanelDesk,
  type PanelRequest,
  type Viewer,
} from '@baton/shared';
import { draftsOf } from './drafts';
import { carryOut, readActivities, readAgent, readTicket, readWork, type Agent } from './freshserviceDesk';
import { installationOf, type Args, type Installation } from './installation';
import { ifFound } from './platformErrors';
import { translatePast, translateTicket } from './translateFreshservice';

const log = (line: string): void => console.info(line);

const answerOf = (code: string, sentence: string, remedy: string): PanelAnswer => ({
  ok: false,
  code,
  sentence,
  remedy,
});

const badRequest = answerOf(
  'bad-request',
  'The panel sent something Baton does not understand.',
  'Reload the page; an older panel may still be open.',
);

const notWhoTheySay = answerOf(
  'not-in-team',
  'Freshservice does not list you in a group of this agreement.',
  'Ask your admin to add you to your team’s agent group.',
);

/** The browser's word for who it is, looked up in the agreement; whether it holds is checked before anybody acts. */
function viewerOf(directory: Directory, { viewer }: PanelRequest): Viewer {
  const { timeZone } = viewer;
  const person = viewer.person === undefined ? undefined : personByNative(directory, 'freshservice', viewer.person);
  const party = person === undefined ? undefined : directory.people[person]?.party;
  if (person === undefined || (party !== 'msp' && party !== 'client')) return { timeZone };
  return { person, party, timeZone };
}

const groupsOf = (directory: Directory, person: string): readonly string[] =>
  (directory.people[person]?.teams ?? []).flatMap(team => directory.teams[team]?.freshserviceGroups ?? []);

const isMemberThere = (directory: Directory, person: string, agent: Agent): boolean =>
  agent.active && groupsOf(directory, person).some(group => agent.member_of.includes(group));

/** There is no trusted caller here: a claimed agent must at least be active and in a group of their team. */
async function isBelievable(directory: Directory, viewer: Viewer, agentId: string | undefined): Promise<boolean> {
  if (viewer.person === undefined || agentId === undefined) return true;
  const agent = await ifFound(readAgent(agentId), 'reading an agent');
  return agent !== undefined && isMemberThere(directory, viewer.person, agent);
}

function deskFor(ticketId: string, installation: Installation, request: PanelRequest, now: number): PanelDesk {
  const { directory } = installation;
  let seen: ReturnType<typeof readTicket> | undefined;
  const native = () => (seen ??= readTicket(ticketId));
  const ticket = async () => translateTicket(directory, await native());
  return {
    name: 'freshservice',
    now,
    ports: installation.portsFor(async () => (await ticket()).facts),
    viewer: viewerOf(directory, request),
    assurance: 'claimed',
    ticket,
    past: async () => translatePast(directory, await ticket(), await readActivities(ticketId)),
    work: async () => readWork(await native(), directory),
    carryOut: notices => carryOut(ticketId, directory, notices),
    drafts: draftsOf(ticketId, request.viewer.person ?? 'nobody'),
    log,
  };
}

const acts: ReadonlySet<PanelRequest['type']> = new Set([
  'offer',
  'accept',
  'decline',
  'return',
  'withdraw',
  'decide',
  'erase',
]);

async function answer(args: Args, request: PanelRequest, now: number): Promise<PanelAnswer> {
  const ticketId = request.ticket ?? '';
  if (!/^[0-9]{1,15}$/.test(ticketId)) return badRequest;
  const desk = deskFor(ticketId, installationOf(args, now), request, now);
  const isAct = acts.has(request.type);
  if (isAct && !(await isBelievable(desk.ports.directory, desk.viewer, request.viewer.person))) return notWhoTheySay;
  return answerPanel(desk, ticketId, request);
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
