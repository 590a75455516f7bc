import { SITE } from './installation';
import type { HandlerCall } from './invocations';
import { modulesOf, type AppManifest } from './manifest';
import { jsonAnswer, type HttpAnswer, type HttpRequest } from './wire';

/** The app's web triggers: where each can be called, and what it answers. The platform does not ask who calls. */
export interface WebTriggers {
  /** Answers the mutation with which an app asks where it can be called. */
  graphql(body: unknown): HttpAnswer;
  /** Calls the trigger behind an address; undefined where there is none. */
  call(address: string, request: HttpRequest): Promise<HttpAnswer> | undefined;
}

export interface WebTriggersSettings {
  manifest: AppManifest;
  installationId(): string;
  /** Where addresses begin, without a slash at the end. */
  origin: string;
  run(call: HandlerCall): Promise<unknown>;
}

interface UrlQuestion {
  query?: string;
  variables?: { input?: { triggerKey?: string } };
}

interface Answered {
  statusCode?: number;
  headers?: Record<string, string[]>;
  body?: string;
}

const listed = (headers: Record<string, string>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));

/** What an app without a sound answer makes of a call. */
const failed: HttpAnswer = { status: 500, body: '' };

function toAnswer(result: unknown): HttpAnswer {
  const { statusCode, headers = {}, body = '' } = (result ?? {}) as Answered;
  if (statusCode === undefined) return failed;
  const one = Object.entries(headers).map(([name, values]) => [name.toLowerCase(), values.join(', ')]);
  return { status: statusCode, headers: Object.fromEntries(one), body };
}

export function webTriggers({ manifest, installationId, origin, run }: WebTriggersSettings): WebTriggers {
  const modules = modulesOf(manifest, 'webtrigger');
  const pathOf = (key: string) => `/public/${installationId()}/${SITE.environmentId}/${key}`;
  const call = async (key: string, functionKey: string, { method, path, headers, body = '' }: HttpRequest) => {
    const [, query = ''] = path.split('?');
    const asked = new URLSearchParams(query);
    const queryParameters = Object.fromEntries([...asked.keys()].map(name => [name, asked.getAll(name)]));
    const event = { method, path, headers: listed(headers), body, queryParameters };
    const answered = run({ kind: 'background', functionKey, moduleKey: key, event, action: `web trigger ${key}` });
    return answered.then(toAnswer, () => failed);
  };
  return {
    graphql: body => {
      const { query = '', variables = {} } = body as UrlQuestion;
      const module = modules.find(({ key }) => key === variables.input?.triggerKey);
      if (!query.includes('createWebTriggerUrl') || !module)
        return jsonAnswer(200, { errors: [{ message: 'unknown' }] });
      return jsonAnswer(200, { data: { createWebTriggerUrl: { url: `${origin}${pathOf(module.key)}` } } });
    },
    call: (address, request) => {
      const module = modules.find(({ key }) => address === pathOf(key));
      return module && call(module.key, module.function as string, request);
    },
  };
}
