import express, { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { FdkFailure } from '../fdk/failure';
import type { FdkHost } from '../fdk/hostContract';
import { ApiFailure } from './desk/apiFailure';
import { pageRoutes, type PageSettings } from './pages/pageRoutes';
import { platformRoutes } from './pages/platformRoutes';
import type { RestDoor } from './rest/restDoor';

interface Settings extends PageSettings {
  rest: RestDoor;
  pageOrigin: string;
  currentHost: Record<string, unknown>;
  domain: string;
}

const ownPagesOnly =
  (pageOrigin: string): RequestHandler =>
  (request, response, next) => {
    const origin = request.get('origin');
    if (request.method === 'GET' || origin === undefined || origin === pageOrigin) return next();
    response.status(403).json({ message: 'Only the pages of this desk may do that' });
  };

const textHeaders = (request: Request): Record<string, string> =>
  Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));

const restRoute =
  (rest: RestDoor): RequestHandler =>
  async (request, response) => {
    const body = typeof request.body === 'string' && request.body ? { body: request.body } : {};
    const path = `/api/v2${request.url}`;
    const answer = await rest({ method: request.method, path, query: {}, headers: textHeaders(request), ...body });
    response.status(answer.status).set(answer.headers).send(answer.body);
  };

const externalEvent =
  (host: FdkHost): RequestHandler =>
  (request, response) => {
    response.status(host.receive(String(request.params['token']), request.body, request.headers)).json({});
  };

// A refusal is an ordinary answer to the page's own scripts: the browser should not report it as a failed load.
const tellFailure: ErrorRequestHandler = (error: unknown, request, response: Response, next) => {
  const isOfTheApp = error instanceof FdkFailure;
  if (!isOfTheApp && !(error instanceof ApiFailure)) return next(error);
  if (!isOfTheApp && request.method === 'GET' && request.accepts(['json', 'html']) === 'html')
    return void response
      .status(error.status)
      .send(`<!doctype html><title>Not found</title><p>${error.status}: not found.</p>`);
  response.json({ refused: isOfTheApp ? error.shape : error.body });
};

/** Everything mounted at /freshservice: pages, the endpoints behind them, the REST API. */
export function deskRoutes(settings: Settings): Router {
  const router = Router();
  router.use('/api/v2', express.text({ type: () => true, limit: '6mb' }), restRoute(settings.rest));
  router.post(
    '/external/:token',
    express.json({ limit: '1mb' }),
    express.urlencoded({ extended: true }),
    externalEvent(settings.host),
  );
  router.use(ownPagesOnly(settings.pageOrigin), express.json({ limit: '1mb' }));
  router.use('/platform', platformRoutes(settings));
  router.use(pageRoutes(settings));
  router.use(tellFailure);
  return router;
}
