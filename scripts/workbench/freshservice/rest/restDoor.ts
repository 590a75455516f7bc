import type { IncomingResponse, OutgoingRequest } from '../../fdk/outside';
import { ApiFailure, notFound } from '../desk/apiFailure';
import type { Actor } from '../desk/directory';
import { directoryRoutes, onCallRoutes } from './directoryRoutes';
import type { RateLimit } from './rateLimit';
import type { Account, Route } from './route';
import { ticketRoutes } from './ticketRoutes';

/** The account's REST API v2, for requests from the app and from outside alike. */
export type RestDoor = (
  request: Pick<OutgoingRequest, 'method' | 'path' | 'query' | 'headers' | 'body'>,
) => Promise<IncomingResponse>;

const routes = [...ticketRoutes, ...directoryRoutes, ...onCallRoutes];

const respond = (status: number, body: unknown, headers: Record<string, string>): IncomingResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

const header = (headers: Record<string, string>, name: string) =>
  Object.entries(headers).find(([candidate]) => candidate.toLowerCase() === name)?.[1];

const readBody = (text: string | undefined): Record<string, unknown> => {
  if (!text) return {};
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new ApiFailure(400, { code: 'invalid_json', message: 'Request body is not valid JSON' });
  }
};

const findRoute = (method: string, path: string): { route: Route; params: string[] } => {
  for (const route of routes) {
    const found = route.method === method ? route.path.exec(path) : null;
    if (found) return { route, params: found.slice(1) };
  }
  throw notFound();
};

const includesIn = (query: URLSearchParams) => (query.get('include') ?? '').split(',').filter(Boolean).length;

/** Opens the door; `ownerOf` names whose API key it is, or nobody. */
export function restDoor(
  account: Account,
  rateLimit: RateLimit,
  ownerOf: (key: string) => Actor | undefined,
): RestDoor {
  const actorFor = (headers: Record<string, string>): Actor => {
    const [, encoded] = /^Basic (.+)$/.exec(header(headers, 'authorization') ?? '') ?? [];
    const [key = ''] = Buffer.from(encoded ?? '', 'base64')
      .toString()
      .split(':');
    const owner = ownerOf(key);
    if (owner) return owner;
    throw new ApiFailure(401, {
      code: 'invalid_credentials',
      message: 'You have to be logged in to perform this action.',
    });
  };

  const answer = (request: Parameters<RestDoor>[0], headers: Record<string, string>): IncomingResponse => {
    const address = new URL(request.path, 'https://account.invalid');
    for (const [name, value] of Object.entries(request.query)) address.searchParams.set(name, value);
    const { route, params } = findRoute(request.method, address.pathname.replace(/^\/api\/v2/, ''));
    const credits = 1 + includesIn(address.searchParams) * (route.perInclude ?? 0);
    Object.assign(headers, rateLimit(route.kind, credits));
    const actor = actorFor(request.headers);
    const { status = 200, body } = route.answer(
      { params, query: address.searchParams, body: readBody(request.body), actor },
      account,
    );
    return respond(status, body, headers);
  };

  return async request => {
    const headers: Record<string, string> = {};
    try {
      return answer(request, headers);
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      return respond(error.status, error.body, { ...headers, ...error.headers });
    }
  };
}
