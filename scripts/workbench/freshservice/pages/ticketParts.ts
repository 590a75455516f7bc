import { html, type Markup } from '../../html';
import type { Directory } from '../desk/directory';
import type { Activity, Conversation, ServiceDesk } from '../desk/serviceDesk';
import type { TicketRecord } from '../desk/ticketRecord';
import { priorityNames, statusNames } from '../desk/vocabulary';

/** The parts of a ticket page that change while it is open. */
export interface TicketParts {
  /** Native values by the name of their form control. */
  properties: { group_id: string; responder_id: string; status: string; priority: string };
  statusName: string;
  conversations: string;
  activities: string;
}

const when = (iso: string): Markup => html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
const initials = (name: string) =>
  name
    .split(' ')
    .map(part => part[0] ?? '')
    .join('')
    .slice(0, 2);

const conversation = (people: Directory, words: Conversation): Markup => {
  const author = people.actorById(words.user_id)?.name ?? `User ${words.user_id}`;
  const kind = words.private ? 'added a private note' : words.incoming ? 'wrote' : 'replied';
  return html`<li class="card conversation ${words.private ? 'is-note' : ''}">
    <p class="byline">
      <span class="avatar" aria-hidden="true">${initials(author)}</span><b>${author}</b> ${kind}
      ${when(words.created_at)}
    </p>
    <div class="body">${words.body_text}</div>
  </li>`;
};

const activity = ({ actor, content, sub_contents, created_at }: Activity): Markup =>
  html`<li><b>${actor.name}</b> ${[content, ...sub_contents].join(', ')} ${when(created_at)}</li>`;

const propertiesOf = (ticket: TicketRecord) => ({
  group_id: String(ticket.group_id ?? ''),
  responder_id: String(ticket.responder_id ?? ''),
  status: String(ticket.status),
  priority: String(ticket.priority),
});

/** What the page shows of a ticket right now. */
export function ticketParts(ticket: TicketRecord, desk: ServiceDesk, people: Directory): TicketParts {
  const conversations = desk.conversations(ticket.id);
  return {
    properties: propertiesOf(ticket),
    statusName: statusNames[ticket.status] ?? String(ticket.status),
    conversations: conversations.length
      ? html`${conversations.map(words => conversation(people, words))}`.text
      : html`<li class="empty">Nothing has been said yet.</li>`.text,
    activities: html`${desk.activities(ticket.id).slice(0, 20).map(activity)}`.text,
  };
}

/** Options of the native selects, value and text. */
export function propertyOptions(
  people: Directory,
): Record<'group_id' | 'responder_id' | 'status' | 'priority', [string, string][]> {
  const named = (names: Record<number, string>): [string, string][] => Object.entries(names);
  const agents = people.agents().filter(agent => agent['id'] !== people.serviceAgent.id);
  return {
    group_id: [
      ['', 'No group'],
      ...people.groups().map((group): [string, string] => [String(group['id']), String(group['name'])]),
    ],
    responder_id: [
      ['', 'No agent'],
      ...agents.map((agent): [string, string] => [String(agent['id']), people.agentName(Number(agent['id'])) ?? '']),
    ],
    status: named(statusNames),
    priority: named(priorityNames),
  };
}
