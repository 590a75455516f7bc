import { html, type Markup } from './html';

/** A page of the workbench itself, around a body. */
export const page = (title: string, body: Markup): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/overview.css" />
        <script src="/assets/overview.js" defer></script>
      </head>
      <body>
        ${body}
      </body>
    </html>`.text;
