import { Router, json, type Request, type RequestHandler, type Response } from 'express';
import type { ForgeHost } from '../../forge/forgeHost';
import { InvocationFailed } from '../../forge/invocationFailed';
import { moduleContext, moduleOf } from '../../forge/moduleCalls';
import { THEME_NAMES } from '../../forge/frame/themeStyles';
import type { HttpAnswer } from '../../forge/wire';
import type { Account } from '../model/accounts';
import type { WorkItem } from '../model/workItems';
import type { RestCall } from '../rest/jiraRest';
import { extensionOf, spaceExtension } from './extension';

/** What a panel's request is about: who acts comes from the page's address, never from the frame. */
export interface PanelRequest {
  account: Account;
  /** Absent on a page of the space. */
  item: WorkItem | undefined;
  moduleKey: string;
}

export interface BridgeRoutesSettings {
  host: ForgeHost;
  pageOrigin: string;
  rest(call: RestCall): Promise<HttpAnswer>;
  account(request: Request): Account;
  item(key: string): WorkItem | undefined;
}

interface FetchProductBody {
  product: string;
  restPath: string;
  fetchRequestInit?: { method?: string; headers?: [string, string][]; body?: string | null };
}

const translateInit = ({
  method = 'GET',
  headers = [],
  body,
}: NonNullable<FetchProductBody['fetchRequestInit']> = {}) => ({
  method: method.toUpperCase(),
  headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
  ...(body ? { body } : {}),
});

/** A name for what a frame asks: the request's own kind where it has one, else the resolver's key. */
function askedFor(functionKey: string, payload: unknown): string {
  const { type, kind } = (payload ?? {}) as { type?: unknown; kind?: unknown };
  const asked = [type, kind].find(name => typeof name === 'string') ?? functionKey;
  if (functionKey !== 'list') return `panel ${asked}`;
  return asked === functionKey ? functionKey : `list ${asked}`;
}

/** The page's own requests only: the frame is another site and may not speak for the page. */
const ownOrigin =
  (pageOrigin: string): RequestHandler =>
  (request, response, next) => {
    const origin = request.get('origin');
    if (origin === undefined || origin === pageOrigin) next();
    else response.status(403).json({ message: 'Only the page itself may ask' });
  };

/** The doors through which the page passes on what its frames ask over the bridge. */
export function bridgeRoutes({ host, pageOrigin, rest, account, item }: BridgeRoutesSettings): Router {
  const router = Router({ mergeParams: true });
  router.use(ownOrigin(pageOrigin), json({ limit: '8mb' }));

  const about = (request: Request): PanelRequest => {
    const { issue } = request.query;
    const found = issue === undefined ? undefined : item(String(issue));
    if (issue !== undefined && !found) throw new InvocationFailed('FUNCTION_ERROR', 'There is no such work item');
    return { account: account(request), item: found, moduleKey: String(request.params.module) };
  };
  const extension = ({ item, moduleKey }: PanelRequest) => {
    const module = moduleOf(host.manifest, moduleKey);
    return item ? extensionOf(item, module, pageOrigin) : spaceExtension(module, pageOrigin);
  };
  const contextOf = (asked: PanelRequest) => ({
    ...moduleContext(host.manifest, asked.moduleKey, extension(asked)),
    accountId: asked.account.accountId,
    siteUrl: pageOrigin,
    locale: 'en-GB',
    timezone: asked.account.timeZone,
    permissions: { scopes: host.manifest.scopes, external: host.manifest.permissions.external ?? {} },
  });

  const invoke = async (request: Request) => {
    const asked = about(request);
    const { account, moduleKey } = asked;
    const { functionKey, payload } = request.body as { functionKey: string; payload: unknown };
    const result = await host.invoke({
      moduleKey,
      functionKey,
      payload,
      accountId: account.accountId,
      extension: extension(asked),
      action: askedFor(functionKey, payload),
    });
    return { result };
  };
  const status = async (request: Request) => {
    const asked = about(request);
    const { account, moduleKey } = asked;
    const action = 'panel status';
    return (await host.status({ moduleKey, accountId: account.accountId, extension: extension(asked), action })) ?? {};
  };
  const fetchProduct = async (request: Request) => {
    const { product, restPath, fetchRequestInit } = request.body as FetchProductBody;
    if (product !== 'jira') throw new InvocationFailed('FUNCTION_ERROR', `${product} is not on this site`);
    const as = { accountId: about(request).account.accountId };
    const asked = { ...translateInit(fetchRequestInit), path: restPath, as, scopes: host.manifest.scopes };
    const { status, headers = {}, body = '' } = await rest({ ...asked, byApp: false });
    return { status, statusText: '', headers, body };
  };

  const answer = (work: (request: Request) => Promise<object>) => async (request: Request, response: Response) => {
    try {
      response.json(await work(request));
    } catch (cause) {
      response.status(500).json({ message: (cause as Error).message });
    }
  };
  router.get(
    '/context',
    answer(async request => contextOf(about(request))),
  );
  router.get('/theme', (_request, response) => void response.json({ names: THEME_NAMES }));
  router.get('/status', answer(status));
  router.post('/invoke', answer(invoke));
  router.post('/fetch-product', answer(fetchProduct));
  return router;
}
