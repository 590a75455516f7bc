import type { Workbench, NativeChange, SeedTicket, WorkbenchDesk } from '../desk';
import type { FdkHost } from '../fdk/hostContract';
import type { Directory } from './desk/directory';
import type { ServiceDesk } from './desk/serviceDesk';
import { asHtml } from './desk/ticketRecord';
import { priorityNumber, statusNumbers } from './desk/vocabulary';

/** The app's panel door: the server method and how a request of the panel becomes its payload. */
export interface PanelDoor {
  method: string;
  payload(ticket: number, agent: number, request: unknown): Record<string, unknown>;
}

/** How the app's sidebar asks: with the ticket and the agent as the browser knows them. */
export const sidebarDoor: PanelDoor = {
  method: 'panel',
  payload: (ticket, agent, request) => {
    const { viewer, ...asked } = request as { viewer?: object };
    return { request: { ticket: String(ticket), ...asked, viewer: { person: String(agent), ...viewer } } };
  },
};

interface Parts {
  cast: Workbench['cast'];
  desk: ServiceDesk;
  people: Directory;
  host: FdkHost;
  door: PanelDoor | undefined;
}

type Actions = Pick<WorkbenchDesk, 'create' | 'change' | 'merge' | 'say' | 'ask' | 'tickets'>;

const usualDoor = (host: FdkHost): PanelDoor => ({
  method: 'panel' in host.app.functions ? 'panel' : (Object.keys(host.app.functions)[0] ?? 'panel'),
  payload: (ticketId, agentId, request) => ({ ticketId, agentId, request }),
});

/** What stories, imports and tests do on the desk, in agreement ids. */
export function deskActions({ cast, desk, people, host, door = usualDoor(host) }: Parts): Actions {
  const groupId = (team: string | null): number | null => {
    if (team === null) return null;
    const found = people.team(team);
    if (!found) throw new Error(`No team in the cast is called '${team}'`);
    return found.freshserviceGroupId;
  };
  const agentId = (person: string | null): number | null => (person === null ? null : people.actorOf(person).id);

  const nativeFields = ({ team, person, status, priority, isDeleted }: NativeChange): Record<string, unknown> => ({
    ...(isDeleted === undefined ? {} : { deleted: isDeleted }),
    ...(team === undefined ? {} : { group_id: groupId(team) }),
    ...(person === undefined ? {} : { responder_id: agentId(person) }),
    ...(status === undefined ? {} : { status: statusNumbers[status] }),
    ...(priority === undefined ? {} : { priority: priorityNumber(priority) }),
  });
  const seeded = ({ title, description, type, priority, team, person }: SeedTicket) => ({
    subject: title,
    description: asHtml(description),
    type: type === 'incident' ? 'Incident' : 'Service Request',
    priority: priorityNumber(priority),
    group_id: groupId(team ?? null),
    responder_id: agentId(person ?? null),
  });
  const requesterOf = (openedBy: string) =>
    cast.people.some(person => person.id === openedBy) ? people.actorOf(openedBy) : people.requester(openedBy);

  return {
    create: async ticket => String(desk.create(seeded(ticket), requesterOf(ticket.openedBy)).id),
    change: async (id, actor, fields) => void desk.update(Number(id), nativeFields(fields), people.actorOf(actor)),
    // Freshservice closes the ticket and leaves a note; the wording is a guess.
    merge: async (id, actor, into) => {
      desk.update(Number(id), { status: statusNumbers.closed }, people.actorOf(actor));
      const body = asHtml(`This ticket is closed and merged into ticket #INC-${into}`);
      desk.say(Number(id), { body, isPrivate: true }, people.actorOf(actor));
    },
    say: async (id, actor, text, isPublic) => {
      const speaker = requesterOf(actor);
      desk.say(
        Number(id),
        { body: asHtml(text), isPrivate: !isPublic, incoming: speaker.kind === 'requester' },
        speaker,
      );
    },
    tickets: () =>
      [...desk.tickets()].reverse().map(({ id, subject, group_id: group, responder_id: agent }) => {
        const team = cast.teams.find(other => other.freshserviceGroupId === group)?.id;
        const person = cast.people.find(other => other.freshserviceAgentId === agent)?.id;
        return {
          ...{ id: String(id), title: subject },
          ...(team === undefined ? {} : { team }),
          ...(person === undefined ? {} : { person }),
        };
      }),
    ask: async (id, person, request, action) => {
      const payload = door.payload(Number(id), people.actorOf(person).id, request);
      return (await host.callServerMethod(door.method, payload, action)).response;
    },
  };
}
