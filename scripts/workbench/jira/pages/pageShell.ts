import { html, type Markup } from '../../html';

/** The choice of who the page acts as. */
export interface Switcher {
  people: { id: string; name: string }[];
  chosen: string;
}

export interface Shell {
  title: string;
  body: Markup;
  switcher: Switcher;
  scripts: string[];
}

/** What every page of the stand-in has around it. */
export const pageShell = ({ title, body, switcher, scripts }: Shell): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/jira/assets/jira.css" />
        ${scripts.map(script => html`<script type="module" src="/jira/assets/${script}"></script>`)}
      </head>
      <body>
        <header class="top">
          <a class="product" href="/jira?as=${switcher.chosen}">Jira <span>stand-in</span></a>
          <a href="/jira/queue?as=${switcher.chosen}">Queues</a>
          <a href="/jira/admin?as=${switcher.chosen}">Apps</a>
          <span class="acting"
            ><label for="acting">Acting as</label>
            <select id="acting">
              ${switcher.people.map(
                ({ id, name }) =>
                  html`<option value="${id}" ${id === switcher.chosen && html`selected`}>${name}</option>`,
              )}
            </select></span
          >
        </header>
        ${body}
      </body>
    </html>`;
