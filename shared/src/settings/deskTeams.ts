import type { AgreementDocument, DeskName, HoldingParty } from '../agreement';
import type { DeskGroup } from './deskView';
import { nameFor } from './nameFor';
import type { Tier } from './suggestPlace';
import { tidied } from './tidied';

/** A team as the agreement writes it. */
export type TeamDocument = AgreementDocument['teams'][string];

/** Whose team a native group is, and of which tier. */
export interface TeamPlace {
  readonly party: HoldingParty;
  readonly tier: Tier;
}

const key = { jira: 'jiraGroups', freshservice: 'freshserviceGroups' } as const;

/** The native groups that a team is on a desk. */
export const groupsOf = (team: TeamDocument, desk: DeskName): readonly string[] => (team[key[desk]] ?? []).map(String);

/** The team that a native group is; undefined where it is none. */
export const teamOf = ({ teams }: AgreementDocument, desk: DeskName, group: string): string | undefined =>
  Object.keys(teams).find(id => groupsOf(teams[id]!, desk).includes(group));

/** Groups of the agreement that the desk no longer has, with the team each was. */
export function lostGroups(document: AgreementDocument, desk: DeskName, known: readonly DeskGroup[]) {
  const there = new Set(known.map(({ id }) => id));
  return Object.entries(document.teams).flatMap(([team, { name, ...rest }]) =>
    groupsOf({ name, ...rest }, desk)
      .filter(group => !there.has(group))
      .map(group => ({ team, name, group })),
  );
}

const without = <Value>(record: Record<string, Value>, name: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([each]) => each !== name));

/** Nobody whom only this team brought in stays; who speaks for a party does. */
function peopleWithout({ people, parties }: AgreementDocument, gone: string): AgreementDocument['people'] {
  const officers = new Set(
    Object.values(parties).flatMap(({ lead, coordinator, approver }) => [lead, coordinator, approver]),
  );
  return Object.fromEntries(
    Object.entries(people).flatMap(([id, person]) => {
      const { teams = [] } = person;
      const left = teams.filter(team => team !== gone);
      const isOnlyThere = teams.length > 0 && left.length === 0 && !officers.has(id);
      return isOnlyThere ? [] : [[id, { ...person, teams: left }]];
    }),
  );
}

const withoutTeam = (document: AgreementDocument, gone: string): AgreementDocument => ({
  ...document,
  teams: without(document.teams, gone),
  people: peopleWithout(document, gone),
});

/** The agreement where a native group is no team; a team that is another group too stays. */
export function withoutGroup(document: AgreementDocument, desk: DeskName, group: string): AgreementDocument {
  const id = teamOf(document, desk, group);
  const team = id === undefined ? undefined : document.teams[id];
  if (id === undefined || team === undefined) return document;
  const kept: TeamDocument = { ...team, [key[desk]]: groupsOf(team, desk).filter(each => each !== group) };
  const isStill = [...groupsOf(kept, 'jira'), ...groupsOf(kept, 'freshservice')].length > 0;
  return tidied(isStill ? { ...document, teams: { ...document.teams, [id]: kept } } : withoutTeam(document, id));
}

/** The agreement where a native group is a team of this party and tier; what else is known of that team stays. */
export function withGroup(
  document: AgreementDocument,
  desk: DeskName,
  group: DeskGroup,
  place: TeamPlace,
): AgreementDocument {
  const known = teamOf(document, desk, group.id);
  const id = known ?? nameFor(group.name, document.teams);
  const before: TeamDocument = document.teams[id] ?? { name: group.name.slice(0, 120), ...place };
  const groups = [...new Set([...groupsOf(before, desk), group.id])];
  const team: TeamDocument = { ...before, ...place, [key[desk]]: groups };
  return tidied({ ...document, teams: { ...document.teams, [id]: team } });
}

/** The agreement with a team that is no group of the desk, named by hand. */
export const withTypedTeam = (document: AgreementDocument, name: string, place: TeamPlace): AgreementDocument =>
  tidied({
    ...document,
    teams: { ...document.teams, [nameFor(name, document.teams)]: { name: name.slice(0, 120), ...place } },
  });

/** The agreement without a team and without whoever was only in it. */
export const withoutTeamNamed = (document: AgreementDocument, id: string): AgreementDocument =>
  tidied(withoutTeam(document, id));
