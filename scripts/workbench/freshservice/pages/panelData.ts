import { refuse } from '../../fdk/failure';
import type { Actor, Directory } from '../desk/directory';
import type { TicketRecord } from '../desk/ticketRecord';
import { priorityNames, statusNames } from '../desk/vocabulary';

interface Surroundings {
  actor: Actor;
  people: Directory;
  currentHost: Record<string, unknown>;
  domain: string;
}

interface Subject extends Surroundings {
  ticket: TicketRecord;
}

const byId = (items: Record<string, unknown>[], id: number | null) => items.find(item => item['id'] === id) ?? {};

const loggedInUser = ({ actor, people }: Surroundings) => {
  const agent = byId(people.agents(), actor.id);
  return {
    agent: {
      id: actor.id,
      user_id: actor.id,
      ticket_permission: 1,
      occasional: false,
      available: true,
      signature: null,
      group_ids: JSON.stringify(agent['member_of'] ?? []),
      user: {
        id: actor.id,
        email: actor.email,
        name: actor.name,
        active: true,
        helpdesk_agent: true,
        job_title: null,
        language: 'en',
        mobile: null,
        phone: null,
        time_zone: agent['time_zone'] ?? 'UTC',
      },
    },
  };
};

const ticketData = ({ ticket }: Subject) => {
  const { stats: _stats, ...fields } = ticket;
  return {
    ...fields,
    display_id: ticket.id,
    ticket_type: ticket.type,
    status_name: statusNames[ticket.status],
    priority_name: priorityNames[ticket.priority],
  };
};

const everywhere: Record<string, (around: Surroundings) => unknown> = {
  currentHost: ({ currentHost }) => currentHost,
  domainName: ({ domain }) => domain,
  loggedInUser,
};

const onTicket: Record<string, (subject: Subject) => unknown> = {
  ...everywhere,
  ticket: ticketData,
  requester: ({ ticket, people }) => {
    const found = people.actorById(ticket.requester_id);
    return found ? { id: found.id, name: found.name, email: found.email } : {};
  },
  agent: ({ ticket, people }) => byId(people.agents(), ticket.responder_id),
  group: ({ ticket, people }) => byId(people.groups(), ticket.group_id),
  department: () => ({}),
  status_options: () => statusNames,
  priority_options: () => priorityNames,
  ticket_type_options: () => ['Incident', 'Service Request'],
};

const missing = (name: string) => refuse(404, `${name} is not available on this page`);

/** What `client.data.get(name)` resolves with on a ticket page, and on a page without a ticket. */
export function panelData(name: string, around: Surroundings, ticket?: TicketRecord): Record<string, unknown> {
  if (!ticket) return { [name]: (everywhere[name] ?? missing(name))(around) };
  return { [name]: (onTicket[name] ?? missing(name))({ ...around, ticket }) };
}
