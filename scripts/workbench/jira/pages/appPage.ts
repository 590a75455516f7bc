import { html, type Markup } from '../../html';
import { PROJECT } from '../model/site';
import { pageShell, type Switcher } from './pageShell';
import { appFrame, type PanelView } from './workItemPage';

/** A page that an app has to itself, and the way to it. */
interface AppPlace {
  readonly module: string;
  readonly title: string;
  readonly path: readonly string[];
}

/** Pages of apps under a space's queues. */
export const QUEUES: AppPlace = {
  module: 'jiraServiceManagement:queuePage',
  title: `Queues: ${PROJECT.name}`,
  path: [PROJECT.name, 'Queues', 'Apps'],
};

/** Pages of apps for administrators. Anybody can reach them by address, so the app has to look who asks. */
export const SETTINGS: AppPlace = { module: 'jira:adminPage', title: 'Apps', path: ['Jira settings', 'Apps'] };

/** The page with what apps show there. */
export function appPage({ title, path }: AppPlace, frames: PanelView[], switcher: Switcher): Markup {
  const [home, ...more] = path;
  const body = html`<nav class="path" aria-label="Breadcrumb">
      <a href="/jira?as=${switcher.chosen}">${home}</a>
      ${more.map(step => html`<span aria-hidden="true">/</span> <span>${step}</span> `)}
    </nav>
    <main class="queue">
      ${frames.length > 0 ? frames.map(appFrame) : html`<p class="none">No app has a page here</p>`}
    </main>
    <div id="flags" role="status" aria-live="polite"></div>`;
  return pageShell({ title, body, switcher, scripts: ['queue.js'] });
}
