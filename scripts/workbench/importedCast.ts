import type { Cast, CastPerson, CastTeam } from './cast';

/** One line of a log, in Baton's words. */
export interface LogEvent {
  readonly id: string;
  readonly at: number;
  readonly team?: string;
  readonly person?: string;
  readonly priority?: 1 | 2 | 3 | 4;
  readonly title?: string;
}

const slug = (prefix: string, name: string): string =>
  `${prefix}-${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;

const ranked = (names: readonly (string | undefined)[]): string[] => {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([name]) => name);
};

/** Teams in the order of their work go to the two parties in turn, so that both have busy ones. */
const teamsOf = (events: readonly LogEvent[]): CastTeam[] =>
  ranked(events.map(event => event.team)).map((name, index) => ({
    id: slug('team', name),
    name,
    party: index % 2 === 0 ? 'client' : 'msp',
    tier: index < 2 ? 'L1' : 'L2',
    freshserviceGroupId: 9000 + index,
  }));

/** The teams of one party a person worked in, most often first; the party is that of the first. */
function placesOf(person: string, events: readonly LogEvent[], teams: readonly CastTeam[]): CastTeam[] {
  const own = ranked(events.filter(event => event.person === person).map(event => event.team));
  const found = own.flatMap(name => teams.filter(team => team.name === name));
  return found.filter(team => team.party === found[0]?.party);
}

function peopleOf(events: readonly LogEvent[], teams: readonly CastTeam[]): CastPerson[] {
  return ranked(events.map(event => event.person)).flatMap((name, index) => {
    const [home, ...others] = placesOf(name, events, teams);
    if (!home) return [];
    return [
      {
        id: slug('p', name),
        name,
        email: `${slug('p', name)}@log.example`,
        timeZone: 'UTC',
        party: home.party,
        teams: [home, ...others].map(team => team.id),
        jiraAccountId: `6a20b3955d31276811fdf3${String(index).padStart(4, '0')}`,
        freshserviceAgentId: 31_000_000 + index,
      },
    ];
  });
}

/** The busiest two teams first, so that each party's default receiver has people. */
const withPeople = (teams: readonly CastTeam[], people: readonly CastPerson[]): CastTeam[] =>
  teams.filter(team => people.some(person => person.teams.includes(team.id)));

/** The people and teams of a log, split over two parties. */
export function castOf(events: readonly LogEvent[]): Cast {
  const all = teamsOf(events);
  const people = peopleOf(events, all);
  const teams = withPeople(all, people);
  const first = people[0];
  if (!first || new Set(teams.map(team => team.party)).size < 2) {
    throw new Error('The log names too few people and teams to split them over two parties.');
  }
  const admin = { ...first, isAdmin: true };
  return {
    parties: { msp: 'Provider', client: 'Internal IT' },
    teams,
    people: [admin, ...people.slice(1)],
    defaultPerson: first.id,
  };
}

/** Looks up teams and their members by the names a log uses. */
export function partyTeams(cast: Cast) {
  return {
    idOf: (name: string): string | undefined => cast.teams.find(team => team.name === name)?.id,
    memberOf: (name: string, team: string | undefined): string | undefined =>
      cast.people.find(person => person.name === name && team !== undefined && person.teams.includes(team))?.id,
  };
}
