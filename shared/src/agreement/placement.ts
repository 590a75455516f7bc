import type { Directory } from './directory';
import { isMember, partyOf, partyOfTeam, personByNative, placementOfPerson, teamByGroup } from './lookup';
import type { Placement } from './terms';

const ofAgent = (directory: Directory, agentId: string | undefined): Placement | undefined => {
  const agent = agentId === undefined ? undefined : personByNative(directory, 'freshservice', agentId);
  return agent === undefined ? undefined : placementOfPerson(directory, agent);
};

const ofGroup = (directory: Directory, groupId: string | undefined): Placement | undefined => {
  const team = groupId === undefined ? undefined : teamByGroup(directory, groupId);
  const party = team === undefined ? undefined : partyOfTeam(directory, team);
  return team === undefined || party === undefined ? undefined : { party, team };
};

/**
 * Where a Freshservice ticket lies (rules §2): the group decides; an agent outside the group's party decides instead,
 * since giving it to them is a move, unless they are who had it and only the group was changed; without a group the
 * agent's home does, without both the intake.
 *
 * @param groupId - native group, undefined if the ticket has none
 * @param agentId - native agent, undefined if the ticket has none
 * @param holder - agreement id of who had it so far, undefined if nobody had
 * @returns undefined if the ticket lies with a group or agent the agreement does not know
 */
export function placementOfGroup(
  directory: Directory,
  groupId?: string,
  agentId?: string,
  holder?: string,
): Placement | undefined {
  if (groupId === undefined && agentId === undefined) return { ...directory.intake };
  const group = ofGroup(directory, groupId);
  const home = ofAgent(directory, agentId);
  return group && home ? together(group, home, holder) : (home ?? group);
}

function together(group: Placement, home: Placement, holder: string | undefined): Placement {
  if (group.party === home.party) return { ...home, ...group };
  return home.person === holder ? group : home;
}

const withoutPerson = ({ party, team }: Placement): Placement => ({ party, ...(team === undefined ? {} : { team }) });

const staysInTeam = (directory: Directory, person: string, before: Placement): boolean =>
  before.team !== undefined && isMember(directory, person, before.team) && partyOf(directory, person) === before.party;

/**
 * Where a Jira work item lies (rules §2): the party follows the assignee's pool; unassigning keeps party and team.
 *
 * @param accountId - native assignee, undefined if unassigned
 * @param before - where it lay until now; the intake if nowhere
 * @returns undefined if the agreement does not know the assignee, or they belong to no holding party
 */
export function placementOfAssignee(
  directory: Directory,
  accountId: string | undefined,
  before: Placement = directory.intake,
): Placement | undefined {
  if (accountId === undefined) return withoutPerson(before);
  const person = personByNative(directory, 'jira', accountId);
  if (person === undefined) return undefined;
  return staysInTeam(directory, person, before) ? { ...before, person } : placementOfPerson(directory, person);
}
