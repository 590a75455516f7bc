import { html, Markup } from '../../html';
import type { TicketRecord } from '../desk/ticketRecord';
import type { TicketParts } from './ticketParts';

/** Addresses of the app's frames on one ticket page. */
export interface AppFrames {
  sidebar: string | undefined;
  background: string | undefined;
}

interface TicketPage {
  ticket: TicketRecord;
  requester: string;
  parts: TicketParts;
  options: Record<'group_id' | 'responder_id' | 'status' | 'priority', [string, string][]>;
  frames: AppFrames;
  frameOrigin: string;
  person: string;
}

const control = (label: string, name: string, options: [string, string][], value: string): Markup =>
  html` <div class="field">
    <label for="${name}">${label}</label>
    <select name="${name}" id="${name}">
      ${options.map(
        ([option, text]) => html`<option value="${option}" ${option === value ? html`selected` : ''}>${text}</option>`,
      )}
    </select>
  </div>`;

const properties = ({ options, parts: { properties: values } }: TicketPage): Markup =>
  html` <form id="properties" class="card properties" aria-label="Properties">
    <h2>Properties</h2>
    ${control('Status', 'status', options.status, values.status)}
    ${control('Priority', 'priority', options.priority, values.priority)}
    ${control('Group', 'group_id', options.group_id, values.group_id)}
    ${control('Agent', 'responder_id', options.responder_id, values.responder_id)}
    <p id="refusal" class="refusal" role="alert" hidden></p>
    <button class="primary" id="updateProperties">Update</button>
  </form>`;

const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups';

/** A frame of the app; the page's script gives it its address once it listens. */
export const appFrame = (title: string, place: string, src: string): Markup =>
  html`<iframe title="${title}" data-place="${place}" data-src="${src}" sandbox="${sandbox}"></iframe>`;

const apps = ({ frames }: TicketPage): Markup =>
  html` <section class="card app" aria-label="Apps">
    <h2>Apps</h2>
    ${frames.sidebar ? appFrame('Baton', 'ticket_sidebar', frames.sidebar) : html`<p class="empty">No app in the ticket sidebar.</p>`}
    ${frames.background ? html`<div hidden>${appFrame('Background app', 'ticket_background', frames.background)}</div>` : ''}
  </section>`;

const sayBox = html` <form id="say" class="card say" aria-label="Say something">
  <label for="words">Note or reply</label>
  <textarea id="words" name="words" rows="3"></textarea>
  <div class="buttons">
    <button type="button" data-private="true" id="openNote">Add private note</button>
    <button type="button" data-private="false" id="openReply">Reply to requester</button>
  </div>
</form>`;

/** The body of a ticket page. */
export function ticketPage(page: TicketPage): Markup {
  const { ticket, parts, requester } = page;
  return html` <main
      class="ticket"
      data-ticket="${ticket.id}"
      data-person="${page.person}"
      data-frame-origin="${page.frameOrigin}"
    >
      <div class="headline">
        <p class="crumb">Tickets › #${ticket.type === 'Incident' ? 'INC' : 'SR'}-${ticket.id}</p>
        <h1>${ticket.subject}</h1>
        <p class="meta">
          <span class="badge" id="status-badge">${parts.statusName}</span> opened by ${requester}, due
          ${ticket.due_by.slice(0, 16).replace('T', ' ')} UTC
        </p>
      </div>
      <div class="story">
        <section class="card" aria-label="Description">
          <h2>Description</h2>
          <div class="body">${ticket.description_text}</div>
        </section>
        <ol id="conversations" class="plain" aria-label="Conversations">
          ${new Markup(parts.conversations)}
        </ol>
        ${sayBox}
        <section class="card">
          <h2>Activities</h2>
          <ol id="activities" class="plain activities">
            ${new Markup(parts.activities)}
          </ol>
        </section>
      </div>
      <div class="side">${properties(page)}</div>
      <div class="apps">${apps(page)}</div>
    </main>
    <dialog id="confirm">
      <h2></h2>
      <p></p>
      <div class="buttons"><button value="save" class="primary"></button><button value="cancel"></button></div>
    </dialog>
    <dialog id="modal">
      <div class="modal-head">
        <h2></h2>
        <button type="button" aria-label="Close">×</button>
      </div>
      <div class="modal-body"></div>
    </dialog>`;
}
