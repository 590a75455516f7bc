import { html, type Markup } from '../../html';
import type { JiraModel } from '../model/jiraModel';
import { known, PRIORITIES, PROJECT, STATUSES } from '../model/site';
import { pageShell, type Switcher } from './pageShell';

/** All work items of the space, newest first. */
export function listPage(model: JiraModel, switcher: Switcher): Markup {
  const rows = model.list().map(item => {
    const status = known(STATUSES, item.status);
    return html`<tr>
      <td><a href="/jira/browse/${item.key}?as=${switcher.chosen}">${item.key}</a></td>
      <td><a href="/jira/browse/${item.key}?as=${switcher.chosen}">${item.summary}</a></td>
      <td>${model.accounts.byAccountId(item.assignee)?.displayName ?? 'Unassigned'}</td>
      <td>${known(PRIORITIES, item.priority).name}</td>
      <td><span class="lozenge" data-tone="${status.category.key}">${status.name}</span></td>
    </tr>`;
  });
  const body = html`<main class="list">
    <h1>${PROJECT.name}: all work items</h1>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>Key</th>
            <th>Summary</th>
            <th>Assignee</th>
            <th>Priority</th>
            <th>Status</th>
          </tr>
        </thead>
        <tbody>
          ${
            rows.length > 0
              ? rows
              : html`<tr>
                  <td colspan="5" class="none">No work items yet</td>
                </tr>`
          }
        </tbody>
      </table>
    </div>
  </main>`;
  return pageShell({ title: PROJECT.name, body, switcher, scripts: ['actingAs.js'] });
}
