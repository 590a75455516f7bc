import { jsonAnswer, type HttpAnswer, type ProductCall } from '../../forge/wire';
import { APP_ACCOUNT_ID } from '../model/accounts';
import type { JiraModel } from '../model/jiraModel';
import type { Beans } from './beans';
import { createRoutes } from './createRoutes';
import { issueRoutes } from './issueRoutes';
import { propertyRoutes } from './propertyRoutes';
import type { Workflow } from '../workflow';
import { errorBody, RestError, type RestRequest, type Route } from './restRequest';
import { searchRoutes } from './searchRoutes';
import { serviceDeskRoutes } from './serviceDeskRoutes';
import { userRoutes } from './userRoutes';
import { workflowRoutes } from './workflowRoutes';

interface CompiledRoute extends Route {
  pattern: RegExp;
  names: string[];
}

const compile = (route: Route): CompiledRoute => ({
  ...route,
  pattern: new RegExp(`^${route.path.replace(/\{\w+\}/g, '([^/]+)')}/?$`),
  names: [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
});

const ROUTES = [
  ...[...issueRoutes, ...createRoutes, ...propertyRoutes, ...searchRoutes],
  ...[...userRoutes, ...serviceDeskRoutes, ...workflowRoutes],
].map(compile);

/** A REST call of the installed app, of a person, or of anybody else's script. */
export interface RestCall extends Omit<ProductCall, 'scopes'> {
  /** The app's scopes; undefined when no app is involved. */
  scopes?: string[];
  /** Made by the app's back end, so that its event says it is the app's own. */
  byApp: boolean;
}

export interface JiraRestSettings {
  model: JiraModel;
  beans: Beans;
  now: () => number;
  workflow: Workflow;
}

const isGranted = (route: Route, { scopes }: RestCall) => !route.scope || !scopes || scopes.includes(route.scope);

/** The model as an account may see it. */
const seenBy = (model: JiraModel, accountId: string): JiraModel => ({
  ...model,
  find: key => {
    const item = model.find(key);
    return item && model.isHidden(item, accountId) ? undefined : item;
  },
  list: () => model.list().filter(item => !model.isHidden(item, accountId)),
});

function bodyOf({ body }: RestCall): unknown {
  try {
    return body ? JSON.parse(body) : undefined;
  } catch {
    throw new RestError(400, 'There was an error parsing JSON. Check that your request body is valid.');
  }
}

/** Answers REST calls as Jira does, with its error shapes. */
export function jiraRest({ model, beans, now, workflow }: JiraRestSettings) {
  const actorOf = ({ as, headers, byApp }: RestCall) => {
    const trace = headers['x-atlassian-webhook-trace'];
    const accountId = as === 'app' ? APP_ACCOUNT_ID : as.accountId;
    return { accountId, byApp, ...(trace ? { trace } : {}) };
  };
  const requestOf = (call: RestCall, route: CompiledRoute, url: URL): RestRequest => {
    const values = route.pattern.exec(url.pathname)!.slice(1).map(decodeURIComponent);
    const actor = actorOf(call);
    const account = model.accounts.byAccountId(actor.accountId);
    if (!account) throw new RestError(401, 'Client must be authenticated to access this resource.');
    const params = Object.fromEntries(route.names.map((name, index) => [name, values[index]!]));
    const seen = seenBy(model, account.accountId);
    return {
      model: seen,
      beans,
      workflow,
      now: now(),
      account,
      actor,
      params,
      query: url.searchParams,
      body: bodyOf(call),
    };
  };
  const answer = async (call: RestCall): Promise<HttpAnswer> => {
    const url = new URL(call.path, 'https://jira.invalid');
    const route = ROUTES.find(({ method, pattern }) => method === call.method && pattern.test(url.pathname));
    if (!route) throw new RestError(404, `The workbench's Jira does not answer ${call.method} ${url.pathname}`);
    if (!isGranted(route, call)) return jsonAnswer(401, { code: 401, message: 'Unauthorized; scope does not match' });
    const { status, body } = await route.handle(requestOf(call, route, url));
    return body === undefined ? { status, body: '' } : jsonAnswer(status, body);
  };

  return async (call: RestCall): Promise<HttpAnswer> => {
    try {
      return await answer(call);
    } catch (cause) {
      if (cause instanceof RestError) return jsonAnswer(cause.status, errorBody(cause));
      throw cause;
    }
  };
}
