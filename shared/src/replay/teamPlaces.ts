import type { Agreement, HoldingParty } from '../agreement';
import type { Mapping } from './mapping';

/** Where a team of a log belongs, in agreement ids. */
export interface TeamPlace {
  readonly party: HoldingParty;
  readonly team: string;
}

/** Who may have a ticket. */
export const PARTIES = ['client', 'msp'] as const;

/** Where the teams of a log belong, by name: as the agreement says, else the mapping. */
export function teamPlaces(agreement: Agreement, { parties }: Mapping): Map<string, TeamPlace> {
  const teams = Object.entries(agreement.teams);
  const places = new Map<string, TeamPlace>();
  for (const party of PARTIES) {
    const home = teams.find(([, team]) => team.party === party)?.[0];
    if (home !== undefined) for (const name of parties[party]) places.set(name, { party, team: home });
  }
  for (const [id, { name, party, freshserviceGroups }] of teams)
    for (const key of [...freshserviceGroups, name, id]) places.set(key, { party, team: id });
  return places;
}

/** Where an agreement's people belong, by name. */
function namedPeople({ people }: Agreement): [string, TeamPlace][] {
  return Object.values(people).flatMap(({ name, party, teams: [team] }) =>
    (party === 'msp' || party === 'client') && team !== undefined ? [[name, { party, team }]] : [],
  );
}

/** Where people of the log belong: those of the mapping, and where it has no team those of the agreement that was given. */
export function peoplePlaces(
  agreement: Agreement,
  { people, team }: Mapping,
  isGiven: boolean,
): Map<string, TeamPlace> {
  const places = new Map(isGiven && team === undefined ? namedPeople(agreement) : []);
  for (const party of PARTIES) {
    const home = Object.entries(agreement.teams).find(([, one]) => one.party === party)?.[0];
    if (home !== undefined) for (const name of people[party]) places.set(name, { party, team: home });
  }
  return places;
}

/** Whoever has it decides where they are placed, and nobody leaves it where it was; else its team does. */
export function placing(
  byTeam: (team: string | undefined) => TeamPlace | undefined,
  people: ReadonlyMap<string, TeamPlace>,
): (team: string | undefined, person?: string) => TeamPlace | undefined {
  if (people.size === 0) return byTeam;
  return (team, person) => (person === undefined ? undefined : (people.get(person) ?? byTeam(team)));
}
