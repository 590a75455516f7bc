import { personByNative, type Directory, type PanelDesk, type PanelRequest, type Viewer } from '@baton/shared';
import { draftsOf } from './drafts';
import { carryOut } from './carryOut';
import { readActivities, readAgent, readConversations, readTicket, readWork, type Agent } from './freshserviceDesk';
import type { Installation } from './installation';
import { ifFound } from './platformErrors';
import { translateTicket } from './translateFreshservice';
import { translatePast } from './translatePast';
import { translateConversation } from './translateSaid';

/** A line for the admin. */
export const log = (line: string): void => console.info(line);

/** What the browser says of who is asking. */
export type Claimed = PanelRequest['viewer'];

/** The browser's word for who it is, looked up in the agreement; whether it holds is checked before anybody acts. */
export function viewerOf(directory: Directory, { timeZone, person: agent }: Claimed): Viewer {
  const person = agent === undefined ? undefined : personByNative(directory, 'freshservice', agent);
  const party = person === undefined ? undefined : directory.people[person]?.party;
  if (person === undefined || (party !== 'msp' && party !== 'client')) return { timeZone };
  return { person, party, timeZone };
}

const groupsOf = (directory: Directory, person: string): readonly string[] =>
  (directory.people[person]?.teams ?? []).flatMap(team => directory.teams[team]?.freshserviceGroups ?? []);

const isMemberThere = (directory: Directory, person: string, agent: Agent): boolean =>
  agent.active && groupsOf(directory, person).some(group => agent.member_of.includes(group));

/** There is no trusted caller here: a claimed agent must at least be active and in a group of their team. */
export async function isBelievable(directory: Directory, claimed: Claimed): Promise<boolean> {
  const { person } = viewerOf(directory, claimed);
  if (person === undefined || claimed.person === undefined) return true;
  const agent = await ifFound(readAgent(claimed.person), 'reading an agent');
  return agent !== undefined && isMemberThere(directory, person, agent);
}

/** Said to whom Freshservice does not know as what they say they are. */
export const notWhoTheySay = {
  ok: false,
  code: 'not-in-team',
  sentence: 'Freshservice does not list you in a group of this agreement.',
  remedy: 'Ask your admin to add you to your team’s agent group.',
} as const;

/** What answers requests about one ticket at `now` (epoch ms). */
export function ticketDesk(ticketId: string, installation: Installation, claimed: Claimed, now: number): PanelDesk {
  const { directory } = installation;
  let seen: ReturnType<typeof readTicket> | undefined;
  const native = () => (seen ??= readTicket(ticketId));
  const ticket = async () => translateTicket(directory, await native());
  return {
    name: 'freshservice',
    label: `#${ticketId}`,
    now,
    ports: installation.portsFor(async () => (await ticket()).facts),
    viewer: viewerOf(directory, claimed),
    assurance: 'claimed',
    ticket,
    past: async () => translatePast(directory, await ticket(), await readActivities(ticketId)),
    work: async () => readWork(await native(), directory),
    said: async () => translateConversation(await readConversations(ticketId)),
    carryOut: notices => carryOut(ticketId, installation, notices),
    drafts: draftsOf(ticketId, claimed.person ?? 'nobody'),
    log,
  };
}
