import type { PastTicket } from '../desk';
import type { Directory } from './desk/directory';
import type { ServiceDesk } from './desk/serviceDesk';
import { asHtml } from './desk/ticketRecord';
import { priorityNumber } from './desk/vocabulary';

/** Puts a ticket and its moves on a desk that nobody listens to; `past.at` is the instant the desk believes it is. */
export function recall(desk: ServiceDesk, people: Directory, ticket: PastTicket, past: { at: number }): string {
  past.at = ticket.createdAt;
  const creator = people.serviceAgent;
  const { title, priority, moves } = ticket;
  const given = { subject: title, description: asHtml(title), type: 'Incident', priority: priorityNumber(priority) };
  const { id } = desk.create(given, creator);
  for (const move of moves) {
    past.at = move.at;
    const agent = agentOf(people, move.person);
    desk.update(id, { group_id: groupOf(people, move.team), responder_id: agent?.id ?? null }, agent ?? creator);
  }
  return String(id);
}

const groupOf = (people: Directory, team: string): number | null => people.team(team)?.freshserviceGroupId ?? null;
const agentOf = (people: Directory, person: string | undefined) =>
  person === undefined ? undefined : people.actorOf(person);
