import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Router, static as files } from 'express';
import { THEME_NAMES, themeStyles } from '../forge/frame/themeStyles';
import { forms } from './forms';
import { panelsOn, pictures } from './panels';
import { settings } from './settings';

/** The staged screens that the gallery shows, by the folder they are served in. */
const screens = {
  jira: { folder: 'forge/static/panel', page: 'index.html' },
  settings: { folder: 'forge/static/settings', page: 'index.html' },
  freshservice: { folder: 'freshservice/app', page: 'sidebar.html' },
} as const;

/** Nothing inline, nothing from elsewhere: stricter than either desk. */
const policy = (pageOrigin: string): string =>
  [
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' data:",
    `frame-ancestors ${pageOrigin}`,
  ].join('; ');

function makeHostScript(): string {
  const host = readFileSync(join(__dirname, 'assets/galleryHost.js'), 'utf8');
  const panels = { jira: panelsOn('jira'), freshservice: panelsOn('freshservice') };
  return `window.fixtures = ${JSON.stringify({ panels, pictures, forms, settings })};\n${host}`;
}

let made: string | undefined;

/** Stands in for both desks; it has to run before the app's first script. */
const hostScript = (): string => (made ??= makeHostScript());

/** The app's own page. Freshservice's asks for its client library; Jira puts library and design tokens on the page. */
function withHost(page: string): string {
  if (page.includes('{{{appclient}}}')) return page.replaceAll('{{{appclient}}}', '../host.js');
  return page
    .replace('<html', `<html data-theme="${THEME_NAMES}"`)
    .replace('<head>', '<head><link rel="stylesheet" href="../tokens.css" /><script src="../host.js"></script>');
}

/** Light, dark, or as the browser says. */
const schemes = ['light', 'dark', 'auto'] as const;

/** What the style sheets ask of the browser, answered: a page cannot choose it for a frame of another site. */
const answers = { light: '(max-width:0)', dark: '(min-width:0)', auto: '(prefers-color-scheme:dark)' } as const;

type Scheme = (typeof schemes)[number];

const answered = new Map<string, string>();

/** A staged file as it is in a scheme; it stays as it was read first. */
function inScheme(file: string, scheme: Scheme): string {
  const name = `${scheme} ${file}`;
  const text =
    answered.get(name) ?? readFileSync(file, 'utf8').replace(/\(prefers-color-scheme: ?dark\)/g, answers[scheme]);
  answered.set(name, text);
  return text;
}

/** The files of one screen as they are staged, but for the page's library and the colours asked for. */
function screen(folder: string, page: string, scheme: Scheme): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.type('html').send(withHost(readFileSync(join(folder, page), 'utf8')));
  });
  router.get(/\.(css|js)$/, (request, response, next) => {
    const file = join(folder, request.path);
    if (!existsSync(file)) return next();
    response.type(extname(file)).send(inScheme(file, scheme));
  });
  return router.use(files(folder, { dotfiles: 'allow' }));
}

/** Both desks' screens as they are staged, with a stand-in for the desk that answers from the fixtures. */
export function galleryFrames(staged: string, pageOrigin: string): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.set({ 'content-security-policy': policy(pageOrigin), 'cache-control': 'no-cache' });
    next();
  });
  for (const scheme of schemes) {
    router.get(`/${scheme}/host.js`, (_request, response) => void response.type('js').send(hostScript()));
    router.get(`/${scheme}/tokens.css`, async (_request, response) => {
      response.type('css').send(await themeStyles());
    });
    for (const [name, { folder, page }] of Object.entries(screens)) {
      router.use(`/${scheme}/${name}`, screen(join(staged, folder), page, scheme));
    }
  }
  return router;
}
