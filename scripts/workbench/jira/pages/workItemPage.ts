import { html, lines, type Markup } from '../../html';
import type { PageView } from './pageView';
import { PROJECT } from '../model/site';
import { pageShell, type Switcher } from './pageShell';

/** An app's part of a page. */
export interface PanelView {
  moduleKey: string;
  title: string;
  /** Address of the app's page on the frame origin. */
  address: string;
}

const option = (value: string, label: string, chosen: boolean) =>
  html`<option value="${value}" ${chosen && html`selected`}>${label}</option>`;

const commentPart = ({ author, at, text, internal }: PageView['comments'][number]) =>
  html`<li class="comment" ${internal && html`data-internal`}>
    <p class="byline">
      <strong>${author}</strong> <span>${at}</span>
      <span class="mark">${internal ? 'Internal note' : 'Reply to customer'}</span>
    </p>
    <p class="prose">${lines(text)}</p>
  </li>`;

const historyPart = ({ author, at, changes }: PageView['history'][number]) =>
  html`<li>
    <p class="byline"><strong>${author}</strong> <span>${at}</span></p>
    ${changes.map(change => html`<p class="change">${change}</p>`)}
  </li>`;

const mainColumn = (view: PageView): Markup =>
  html` <h1 data-live="summary">${view.item.summary}</h1>
    <section aria-labelledby="description-title">
      <h2 id="description-title">Description</h2>
      <p class="prose" data-live="description">
        ${view.description ? lines(view.description) : html`<span class="none">No description</span>`}
      </p>
    </section>
    <section aria-labelledby="comments-title">
      <h2 id="comments-title">Comments</h2>
      <form id="composer">
        <label for="comment">Add a comment</label>
        <textarea id="comment" rows="3"></textarea>
        <p class="buttons">
          <button type="submit" value="internal">Internal note</button>
          <button type="submit" value="public">Reply to customer</button>
        </p>
      </form>
      <ol class="entries" data-live="comments">
        ${view.comments.map(commentPart)}
      </ol>
    </section>
    <section aria-labelledby="history-title">
      <h2 id="history-title">History</h2>
      <ol class="entries" data-live="history">
        ${view.history.length > 0 ? view.history.map(historyPart) : html`<li class="none">Nothing has changed yet</li>`}
      </ol>
    </section>`;

const statusPart = ({ status, transitions }: PageView): Markup =>
  html` <div class="status" data-live="status">
    <span class="lozenge" data-tone="${status.category.key}">${status.name}</span>
    <span class="transitions" role="group" aria-label="Move to"
      >${transitions.map(
        ({ name }) => html`<button type="button" data-status="${name.toLowerCase()}">${name}</button>`,
      )}</span
    >
  </div>`;

const detailsPart = (view: PageView): Markup =>
  html` <section class="box" aria-labelledby="details-title">
    <h2 id="details-title">Details</h2>
    <div class="fields" data-live="fields">
      <label for="assignee">Assignee</label>
      <select id="assignee" data-field="person">
        ${option('', 'Unassigned', view.item.assignee === null)}
        ${view.assignees.map(({ id, name, chosen }) => option(id, name, chosen))}
      </select>
      <label for="priority">Priority</label>
      <select id="priority" data-field="priority">
        ${view.priorities.map(({ id, name, chosen }) => option(id, name, chosen))}
      </select>
      <span>Reporter</span><span>${view.reporter}</span> <span>Created</span><span>${view.created}</span>
      <span>Time to resolution</span><span ${view.sla.breached && html`class="late"`}>${view.sla.text}</span>
    </div>
  </section>`;

/** The page's script gives the frame its address once it listens: the app's first words must not be missed. */
export const appFrame = ({ moduleKey, title, address }: PanelView): Markup =>
  html`<iframe
    title="${title}"
    data-address="${address}"
    data-module="${moduleKey}"
    data-sandbox="allow-downloads allow-forms allow-modals allow-pointer-lock allow-popups allow-same-origin allow-scripts"
  ></iframe>`;

const panelPart = (panel: PanelView): Markup =>
  html` <details class="box panel" open>
    <summary>
      <h2>${panel.title}</h2>
      <span class="lozenge" data-status-of="${panel.moduleKey}" hidden></span>
    </summary>
    ${appFrame(panel)}
  </details>`;

/** The page of one work item. */
export function workItemPage(view: PageView, panels: PanelView[], switcher: Switcher): Markup {
  const { item, type } = view;
  const body = html` <nav class="path" aria-label="Breadcrumb">
      <a href="/jira?as=${switcher.chosen}">${PROJECT.name}</a> <span aria-hidden="true">/</span> <span>${type}</span>
      <span aria-hidden="true">/</span>
      <a href="/jira/browse/${item.key}?as=${switcher.chosen}">${item.key}</a>
    </nav>
    <p id="problem" role="alert" hidden></p>
    <div class="columns" data-issue="${item.key}" data-issue-id="${item.id}">
      <main>${mainColumn(view)}</main>
      <aside aria-label="Details and apps">${statusPart(view)} ${panels.map(panelPart)} ${detailsPart(view)}</aside>
    </div>
    <div id="flags" role="status" aria-live="polite"></div>`;
  return pageShell({ title: `[${item.key}] ${item.summary}`, body, switcher, scripts: ['workItem.js', 'panels.js'] });
}
