import type { Cast, CastPerson } from '../../cast';
import { html, type Markup } from '../../html';

interface PageFrame {
  title: string;
  cast: Cast;
  person: CastPerson;
  scripts: string[];
  body: Markup;
}

const switcher = (cast: Cast, person: CastPerson): Markup =>
  html` <div class="switcher">
    <label for="acting-as">Acting as</label>
    <select id="acting-as">
      ${cast.people.map(
        ({ id, name, party }) =>
          html`<option value="${id}" ${id === person.id ? html`selected` : ''}>
            ${name} (${cast.parties[party]})
          </option>`,
      )}
    </select>
  </div>`;

/** A whole page of the stand-in. */
export function pageFrame({ title, cast, person, scripts, body }: PageFrame): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/freshservice/static/page.css" />
        ${scripts.map(name => html`<script type="module" src="/freshservice/static/${name}"></script>`)}
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/freshservice/tickets?as=${person.id}">Freshservice <small>stand-in</small></a>
          <a class="brand" href="/freshservice/app?as=${person.id}">Baton</a>
          ${switcher(cast, person)}
        </header>
        ${body}
        <div id="notices" role="status" aria-live="polite"></div>
      </body>
    </html>`.text;
}
