import { Router, type Response } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { StagedApp } from './stagedApp';

/** Where the frames live, and whose page embeds them. */
export interface FramePlace {
  /** Path the router is mounted at, on the frame origin. */
  mount: string;
  pageOrigin: string;
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

// Crayons styles itself with adopted style sheets and fetches its system icons from data: addresses.
const policy = (pageOrigin: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' data:",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${pageOrigin}`,
  ].join('; ');

const send = (response: Response, type: string, body: string | Buffer, pageOrigin: string) =>
  response
    .set({
      'content-type': type,
      'content-security-policy': policy(pageOrigin),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .send(body);

/** Serves the app's own files, unmodified but for `{{{appclient}}}`, and the client library it stands for. */
export function frameRoutes(app: StagedApp, { mount, pageOrigin }: FramePlace): Router {
  const router = Router();
  const client = readFileSync(join(__dirname, 'client/appclient.js'), 'utf8').replace('__PAGE_ORIGIN__', pageOrigin);

  router.get(
    '/client/appclient.js',
    (_request, response) => void send(response, 'text/javascript; charset=utf-8', client, pageOrigin),
  );
  router.use('/app', (request, response, next) => {
    const path = join(app.folder, 'app', normalize(decodeURIComponent(request.path)));
    const type = contentTypes[extname(path)];
    if (!type || !existsSync(path)) return next();
    const file = readFileSync(path);
    const isPage = extname(path) === '.html';
    const body = isPage ? file.toString('utf8').replaceAll('{{{appclient}}}', `${mount}/client/appclient.js`) : file;
    send(response, type, body, pageOrigin);
  });
  return router;
}
