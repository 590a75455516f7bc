import type { Database } from 'libsql';
import type { Cast, CastPerson, CastTeam } from '../../cast';
import { railsZone } from './vocabulary';

/** Whoever changes something on the desk. */
export interface Actor {
  id: number;
  name: string;
  email: string;
  kind: 'agent' | 'requester';
  isAdmin: boolean;
}

/** Agents, groups and requesters of the account, as the REST API shows them. */
export interface Directory {
  agents(): Record<string, unknown>[];
  groups(): Record<string, unknown>[];
  agentName(id: number | null): string | undefined;
  groupName(id: number | null): string | undefined;
  /** The agent a cast person is on this desk. */
  actorOf(person: string): Actor;
  /** The owner of the API key: an administrator nobody of the cast is. */
  serviceAgent: Actor;
  /** An agent of the cast by that id, else a requester of that name. */
  requester(name: string): Actor;
  actorById(id: number): Actor | undefined;
  person(id: number): CastPerson | undefined;
  team(id: string): CastTeam | undefined;
}

const serviceAgent: Actor = {
  id: 21000001,
  name: 'Integration Service',
  email: 'integration@contoso.example',
  kind: 'agent',
  isAdmin: true,
};

const splitName = (name: string) => {
  const [first = '', ...rest] = name.split(' ');
  return { first_name: first, last_name: rest.join(' ') };
};

const role = (isAdmin: boolean) => ({
  role_id: isAdmin ? 1 : 2,
  assignment_scope: 'entire_helpdesk',
  groups: [],
  workspace_id: 2,
});

/** Reads the cast as this desk's directory. */
export function directory(cast: Cast, db: Database): Directory {
  const groupIds = (person: CastPerson) =>
    cast.teams.filter(team => person.teams.includes(team.id)).map(team => team.freshserviceGroupId);
  const toActor = (person: CastPerson): Actor => ({
    id: person.freshserviceAgentId,
    name: person.name,
    email: person.email,
    kind: 'agent',
    isAdmin: person.isAdmin === true,
  });
  const agentOf = (actor: Actor, zone: string, members: number[]) => ({
    id: actor.id,
    ...splitName(actor.name),
    email: actor.email,
    active: personById(actor.id)?.hasLeft !== true,
    occasional: false,
    job_title: null,
    member_of: members,
    observer_of: [],
    roles: [role(actor.isAdmin)],
    time_zone: railsZone(zone),
    has_logged_in: true,
    workspace_ids: [2],
    created_at: '2026-01-05T08:00:00Z',
    updated_at: '2026-01-05T08:00:00Z',
  });
  const groupOf = (team: CastTeam) => ({
    id: team.freshserviceGroupId,
    name: team.name,
    description: `${team.tier} of ${cast.parties[team.party]}`,
    members: cast.people.filter(person => person.teams.includes(team.id)).map(person => person.freshserviceAgentId),
    observers: [],
    leaders: [],
    business_hours_id: 1,
    escalate_to: null,
    unassigned_for: null,
    workspace_id: 2,
    created_at: '2026-01-05T08:00:00Z',
    updated_at: '2026-01-05T08:00:00Z',
  });

  const requesterNamed = (name: string): Actor => {
    db.prepare('INSERT OR IGNORE INTO freshservice_requesters (name) VALUES (?)').run(name);
    const { id } = db.prepare('SELECT id FROM freshservice_requesters WHERE name = ?').get(name) as { id: number };
    const email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@contoso.example`;
    return { id: 22000000 + id, name, email, kind: 'requester', isAdmin: false };
  };
  const requesterById = (id: number): Actor | undefined => {
    const row = db.prepare('SELECT name FROM freshservice_requesters WHERE id = ?').get(id - 22000000) as
      { name: string } | undefined;
    return row && requesterNamed(row.name);
  };
  const personById = (id: number) => cast.people.find(person => person.freshserviceAgentId === id);
  const personNamed = (id: string) => cast.people.find(person => person.id === id);

  return {
    serviceAgent,
    agents: () => [
      ...cast.people.map(person => agentOf(toActor(person), person.timeZone, groupIds(person))),
      agentOf(serviceAgent, 'UTC', []),
    ],
    groups: () => cast.teams.map(groupOf),
    agentName: id => (id === serviceAgent.id ? serviceAgent.name : id === null ? undefined : personById(id)?.name),
    groupName: id => cast.teams.find(team => team.freshserviceGroupId === id)?.name,
    actorOf: id => {
      const person = personNamed(id);
      if (!person) throw new Error(`Nobody in the cast is called '${id}'`);
      return toActor(person);
    },
    requester: name => {
      const person = personNamed(name);
      return person ? toActor(person) : requesterNamed(name);
    },
    actorById: id => {
      if (id === serviceAgent.id) return serviceAgent;
      const person = personById(id);
      return person ? toActor(person) : requesterById(id);
    },
    person: personById,
    team: id => cast.teams.find(team => team.id === id),
  };
}
