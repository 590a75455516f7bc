import { html, type Markup } from '../../html';
import { PROJECT } from '../model/site';
import { pageShell, type Switcher } from './pageShell';
import { appFrame, type PanelView } from './workItemPage';

/** Pages of apps under a space's queues. */
export const LIST_MODULE = 'jiraServiceManagement:queuePage';

/** The page under Queues, Apps: the app has it to itself. */
export function queuePage(lists: PanelView[], switcher: Switcher): Markup {
  const body = html`<nav class="path" aria-label="Breadcrumb">
      <a href="/jira?as=${switcher.chosen}">${PROJECT.name}</a> <span aria-hidden="true">/</span> <span>Queues</span>
      <span aria-hidden="true">/</span> <span>Apps</span>
    </nav>
    <main class="queue">
      ${lists.length > 0 ? lists.map(appFrame) : html`<p class="none">No app has a page here</p>`}
    </main>
    <div id="flags" role="status" aria-live="polite"></div>`;
  return pageShell({ title: `Queues: ${PROJECT.name}`, body, switcher, scripts: ['queue.js'] });
}
