import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { Router, text, type Request, type Response } from 'express';
import type { AppManifest, AppModule } from '../manifest';
import { securityPolicy } from './securityPolicy';
import { themeStyles } from './themeStyles';

export interface FrameRouterSettings {
  manifest: AppManifest;
  pageOrigin: string;
  /** Where this router is mounted, without a trailing slash. */
  mountedAt: string;
  log(line: string): void;
}

/** The address of a module's page below the router: `resource` is a key, or key and entry. */
export function frameAddress(manifest: AppManifest, module: AppModule): string {
  const [key = '', entry] = String(module.resource).split('/');
  const resource = manifest.resources.find(one => one.key === key);
  const file = (entry && resource?.entry?.[entry]) || 'index.html';
  return `/app/${encodeURIComponent(key)}/${file}`;
}

/** The bridge has to be there before the app's first module runs: a classic script, first in the head. */
const withBridge = (page: string, { mountedAt, pageOrigin }: FrameRouterSettings) => {
  const script = `<script src="${mountedAt}/bridge.js" data-page="${pageOrigin}" data-theme-styles="${mountedAt}/theme.css"></script>`;
  return /<head[^>]*>/i.test(page) ? page.replace(/<head[^>]*>/i, head => `${head}${script}`) : `${script}${page}`;
};

/** Serves the app's static resources unmodified, but for the bridge's script in its pages. */
export function frameRouter(settings: FrameRouterSettings): Router {
  const { manifest, mountedAt, pageOrigin, log } = settings;
  const router = Router();

  const fileOf = (request: Request): string | undefined => {
    const resource = manifest.resources.find(({ key }) => key === request.params.resource);
    if (!resource) return undefined;
    const root = resolve(manifest.folder, resource.path);
    const file = resolve(root, join(...(request.params.file as unknown as string[])));
    return file.startsWith(root + sep) ? file : undefined;
  };
  const sendPage = async (file: string, response: Response) => {
    const body = await readFile(file, 'utf8');
    const policy = securityPolicy({
      body,
      permissions: manifest.permissions,
      pageOrigin,
      reportTo: `${mountedAt}/violations`,
    });
    response.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' });
    response.type('html').send(withBridge(body, settings));
  };

  router.get('/bridge.js', (_request, response) => response.sendFile(join(__dirname, 'assets', 'bridge.js')));
  router.get('/theme.css', async (_request, response) => void response.type('css').send(await themeStyles()));
  router.post('/violations', text({ type: () => true }), (request, response) => {
    log(`The app's page broke its security policy: ${String(request.body).slice(0, 600)}`);
    response.sendStatus(204);
  });
  router.get('/app/:resource/*file', async (request, response) => {
    const file = fileOf(request);
    response.set('X-Content-Type-Options', 'nosniff');
    try {
      if (!file) response.sendStatus(404);
      else if (file.endsWith('.html')) await sendPage(file, response);
      else response.sendFile(file, { dotfiles: 'allow' });
    } catch {
      response.sendStatus(404);
    }
  });
  return router;
}
