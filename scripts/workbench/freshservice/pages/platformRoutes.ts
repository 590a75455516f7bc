import { Router } from 'express';
import type { FdkHost } from '../../fdk/hostContract';
import type { Directory } from '../desk/directory';
import type { ServiceDesk } from '../desk/serviceDesk';
import type { Cast } from '../../cast';
import { actingPerson, windowOf } from './pageRoutes';
import { panelData } from './panelData';

/** What the client library's calls end at. */
export interface PlatformSettings {
  cast: Cast;
  desk: ServiceDesk;
  people: Directory;
  host: FdkHost;
  currentHost: Record<string, unknown>;
  domain: string;
}

/** How an action that starts in a frame is called in the cost list: by what it asks, else by the method's name. */
function panelAction(name: string, payload: unknown): string {
  const { request = payload } = (payload ?? {}) as { request?: unknown };
  const { type } = (request ?? {}) as { type?: unknown };
  const asked = typeof type === 'string' ? type : name;
  if (name !== 'list') return `panel ${asked}`;
  return asked === name ? name : `list ${asked}`;
}

/** Endpoints of the page that the embedded app reaches through it. */
export function platformRoutes({ cast, desk, people, host, currentHost, domain }: PlatformSettings): Router {
  const router = Router();
  router.get('/data/:name', (request, response) => {
    const asked = request.query['ticket'];
    const ticket = asked === undefined ? undefined : desk.ticket(Number(asked));
    const actor = people.actorOf(actingPerson(cast, request).id);
    response.json(panelData(request.params.name, { actor, people, currentHost, domain }, ticket));
  });
  router.get('/iparams', (_request, response) => void response.json(host.publicParameters()));
  router.post('/methods/:name', async (request, response) => {
    const payload: unknown = request.body;
    const { name } = request.params;
    response.json(await host.callServerMethod(name, payload, panelAction(name, payload), windowOf(request)));
  });
  router.post('/operations/:name', async (request, response) => {
    const { parts } = request.body as { parts: unknown[] };
    const allowed = /^(db|entity|job)\.|^request\./.test(request.params.name);
    response.json((await host.operateFromBrowser(allowed ? request.params.name : 'forbidden', parts)) ?? null);
  });
  return router;
}
