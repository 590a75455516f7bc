import { refuse } from './failure';
import type { Limits } from './limits';
import type { Destination, IncomingResponse, OutgoingRequest } from './outside';
import type { Quota } from './quota';
import { substitute, type Place, type Scope } from './templateExpression';
import type { RequestTemplate } from './templateRules';

export interface TemplateCallOptions {
  context?: Record<string, unknown>;
  body?: string;
}

export interface TemplateAnswer {
  status: number;
  headers: Record<string, string>;
  response: string;
}

interface Platform {
  templates: Record<string, RequestTemplate>;
  destination(host: string): Destination;
  quota: Quota;
  limits: Limits;
}

const fill = (part: Record<string, string> | undefined, place: Place, scope: Scope): Record<string, string> =>
  Object.fromEntries(Object.entries(part ?? {}).map(([name, text]) => [name, substitute(text, place, scope)]));

const buildRequest = ({ schema }: RequestTemplate, body: string | undefined, scope: Scope): OutgoingRequest => ({
  method: schema.method,
  host: substitute(schema.host, 'host', scope),
  path: substitute(schema.path ?? '/', 'path', scope),
  query: fill(schema.query, 'query', scope),
  headers: fill(schema.headers, 'headers', scope),
  ...(body === undefined ? {} : { body: substitute(body, 'body', scope) }),
});

const inTime = async (answer: Promise<IncomingResponse>, milliseconds: number): Promise<IncomingResponse> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<IncomingResponse>(resolve => {
    timer = setTimeout(() => resolve({ status: 504, headers: {}, body: 'Request timed out' }), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};

const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds));
const isWorthRetrying = (status: number) => status === 429 || status >= 500;

const attempt = async (platform: Platform, template: RequestTemplate, send: () => Promise<IncomingResponse>) => {
  const { maxAttempts = 1, retryDelay = 0 } = template.options ?? {};
  for (let tried = 1; ; tried += 1) {
    platform.quota();
    const answer = await inTime(send(), platform.limits.requestMs);
    if (!isWorthRetrying(answer.status) || tried >= maxAttempts) return { answer, attempts: tried };
    await pause(retryDelay);
  }
};

/**
 * Calls one request template. Answers below 400 resolve, all others reject with status, headers and
 * response, as documented. `onSend` is told before each attempt.
 */
export async function callTemplate(
  platform: Platform,
  { name, body }: TemplateCallOptions & { name: string },
  scope: Scope,
  onSend: (request: OutgoingRequest) => void,
): Promise<TemplateAnswer> {
  const template = platform.templates[name] ?? refuse(400, `Request template '${name}' is not found`);
  if (Buffer.byteLength(body ?? '') > platform.limits.requestBytes) refuse(413, 'The request payload exceeds 100KB');
  const request = buildRequest(template, body, scope);
  const destination = platform.destination(request.host);
  const { answer, attempts } = await attempt(platform, template, () => {
    onSend(request);
    return destination(request);
  });
  const told = { status: answer.status, headers: answer.headers, response: answer.body };
  return answer.status < 400
    ? told
    : refuse(answer.status, `Request failed with status ${answer.status}`, { ...told, attempts });
}
