import { html, type Markup } from '../../html';
import type { Directory } from '../desk/directory';
import type { TicketRecord } from '../desk/ticketRecord';
import { priorityNames, statusNames } from '../desk/vocabulary';

const row = (ticket: TicketRecord, people: Directory, person: string): Markup =>
  html` <tr>
    <td>
      <a href="/freshservice/tickets/${ticket.id}?as=${person}">${ticket.subject}</a> <small>#${ticket.id}</small>
    </td>
    <td>${statusNames[ticket.status]}</td>
    <td>${priorityNames[ticket.priority]}</td>
    <td>${people.groupName(ticket.group_id) ?? 'No group'}</td>
    <td>${people.agentName(ticket.responder_id) ?? 'No agent'}</td>
  </tr>`;

/** The body of the ticket list, newest first. */
export function ticketList(tickets: TicketRecord[], people: Directory, person: string): Markup {
  if (!tickets.length)
    return html`<main class="list">
      <h1>Tickets</h1>
      <p class="empty">There are no tickets yet.</p>
    </main>`;
  return html` <main class="list">
    <h1>Tickets</h1>
    <div class="scroller">
      <table>
        <thead>
          <tr>
            <th>Subject</th>
            <th>Status</th>
            <th>Priority</th>
            <th>Group</th>
            <th>Agent</th>
          </tr>
        </thead>
        <tbody>
          ${[...tickets].reverse().map(ticket => row(ticket, people, person))}
        </tbody>
      </table>
    </div>
  </main>`;
}
