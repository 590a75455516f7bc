import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { THEME_NAMES, themeStyles } from '../../scripts/workbench/forge/frame/themeStyles';
import { forms, panels } from '../panel/fixtures';

/** A gallery that is open. */
export interface Gallery {
  /** Where its pages are; `/jira.html`, `/freshservice.html`, `/agreement.html`. */
  readonly address: string;
  readonly close: () => void;
}

const root = join(__dirname, '../..');
const flags = join(root, 'scripts/build/noFeatureFlags.ts');
const contentTypes: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** Nothing inline, nothing from elsewhere: stricter than either desk. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' data:";

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  jsx: 'automatic',
  platform: 'browser',
  format: 'esm',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
};

const react: BuildOptions = {
  alias: { '@atlaskit/platform-feature-flags': flags, '@atlaskit/platform-feature-flags/fg': flags },
};
const preact: BuildOptions = {
  alias: {
    react: 'preact/compat',
    'react-dom': 'preact/compat',
    'react-dom/client': 'preact/compat/client',
    'react/jsx-runtime': 'preact/jsx-runtime',
  },
};

const screens = [
  { page: 'jira', entry: 'forge-app/ui/panel.tsx', options: react },
  { page: 'agreement', entry: 'forge-app/ui/admin.tsx', options: react },
  { page: 'freshservice', entry: 'freshservice-app/ui/sidebar.tsx', options: preact },
];

const html = (page: string): string => `<!doctype html>
<html lang="en" data-theme="${THEME_NAMES}">
  <head>
    <meta charset="utf-8" />
    <title>Baton</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <script src="fixtures.js"></script>
    <script src="host.js"></script>
    <link rel="stylesheet" href="tokens.css" />
    <link rel="stylesheet" href="${page}.css" />
    <script type="module" src="${page}.js"></script>
  </head>
  <body><main id="baton"></main></body>
</html>`;

/** Both desks' screens, built as they ship, with a stand-in for the desk that answers from the fixtures. */
export async function openGallery(): Promise<Gallery> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-gallery-'));
  await Promise.all(
    screens.map(({ page, entry, options }) =>
      build({ ...shared, ...options, entryPoints: { [page]: entry }, outdir: folder }),
    ),
  );
  for (const { page } of screens) writeFileSync(join(folder, `${page}.html`), html(page));
  // Jira puts its design tokens on the page itself.
  writeFileSync(join(folder, 'tokens.css'), await themeStyles());
  writeFileSync(join(folder, 'fixtures.js'), `window.fixtures = ${JSON.stringify({ panels, forms })};`);
  writeFileSync(join(folder, 'host.js'), readFileSync(join(__dirname, 'galleryHost.js')));
  return serve(folder);
}

async function serve(folder: string): Promise<Gallery> {
  const server = createServer((request, response) => {
    const file = new URL(request.url ?? '/', 'http://gallery').pathname;
    try {
      const content = readFileSync(join(folder, file));
      const type = contentTypes[extname(file)] ?? 'text/plain';
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
