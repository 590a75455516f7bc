import type { Costs, OperationKind } from '../costs';
import { befalling, type Mishap, type Mishaps } from '../mishaps';
import type { AsyncQueue } from './asyncQueue';
import type { Egress } from './egress';
import type { OpenInvocation } from './invocations';
import type { AppManifest } from './manifest';
import type { HostedStorage } from './storage/hostedStorage';
import type { WebTriggers } from './webTriggers';
import { jsonAnswer, proxyRefusal, type HttpAnswer, type PlatformCall, type Product, type ProductCall } from './wire';

export interface PlatformDoorSettings {
  manifest: AppManifest;
  costs: Costs;
  storage: HostedStorage;
  queue: AsyncQueue;
  egress: Egress;
  webTriggers: WebTriggers;
  product: Product;
  invocation(id: string | undefined): OpenInvocation | undefined;
  mishaps?: Mishaps | undefined;
}

const QUEUE_PATH = /^\/webhook\/queue\/(publish|stats|cancel)\//;
/** Product reads that are sent with POST. */
const READING_POSTS = /\/(search\/jql|permissions\/check|bulkfetch|changelog\/bulkfetch|expression\/\w+)(\?|$)/;

/** How a product call counts. */
const productCost = (method: string, path: string): OperationKind =>
  method === 'GET' || (method === 'POST' && READING_POSTS.test(path)) ? 'desk.read' : 'desk.write';

const bodyOf = (call: PlatformCall): unknown => (call.body ? JSON.parse(call.body) : undefined);

/** A call in words: `kvs entity/get 10001`, `kvs transaction 10001`, `PUT /rest/api/3/issue/10001/assignee`. */
function inWords(call: PlatformCall): string {
  if (call.args.type !== 'kvs') return `${call.method} ${call.path}`;
  const { key, set } = bodyOf(call) as { key?: string; set?: { key: string }[] };
  return `kvs ${call.path.replace(/^\/api\/v1\//, '')} ${key ?? set?.map(item => item.key).join(' ') ?? ''}`;
}

const refused = ({ status, headers }: Extract<Mishap, object>): HttpAnswer => {
  const code = status === 429 ? 'RATE_LIMIT_EXCEEDED' : 'SOMETHING_WENT_WRONG';
  const answer = jsonAnswer(status, { code, message: 'Something went wrong' });
  return { ...answer, headers: { ...answer.headers, ...headers } };
};

type Door = (call: PlatformCall, invocation: OpenInvocation) => ReturnType<Product>;

/** Everything the app asks of the platform, in one place: storage, product, queues, the outside. */
export function platformDoor(settings: PlatformDoorSettings) {
  const { manifest, costs, storage, queue, egress, product } = settings;

  const kvs = (call: PlatformCall, { cost }: OpenInvocation): HttpAnswer => {
    if (!manifest.scopes.includes('storage:app')) {
      return jsonAnswer(403, { code: 'PERMISSION_DENIED', message: 'The app lacks the scope storage:app' });
    }
    const route = call.path.replace(/^\/api\/v1\//, '');
    const body = bodyOf(call);
    costs.count(cost, ...storage.cost(route, body));
    return storage.answer(route, body);
  };

  /** The person an asUser call stands for; undefined when nobody may be acted for. */
  const personOf = (call: PlatformCall, { accountId }: OpenInvocation): string | undefined => {
    const asked = call.args.accountId ?? accountId;
    return asked === accountId || manifest.impersonationScopes.length > 0 ? asked : undefined;
  };
  const actorOf = (call: PlatformCall, invocation: OpenInvocation): ProductCall['as'] | undefined => {
    if (call.args.provider === 'app') return 'app';
    const accountId = personOf(call, invocation);
    return accountId ? { accountId } : undefined;
  };

  const jira: Door = (call, invocation) => {
    const as = actorOf(call, invocation);
    if (!as) return proxyRefusal(401, 'NEEDS_AUTHENTICATION_ERR');
    costs.count(invocation.cost, productCost(call.method, call.path));
    const { method, path, headers, body } = call;
    return product({ method, path, headers, as, scopes: manifest.scopes, ...(body === undefined ? {} : { body }) });
  };

  const stargate = (call: PlatformCall, { cost }: OpenInvocation): HttpAnswer => {
    const verb = QUEUE_PATH.exec(decodeURI(call.path))?.[1];
    if (verb === 'publish') costs.count(cost, 'queue.push');
    if (verb) return queue.answer(verb, bodyOf(call));
    if (call.path === '/graphql') return settings.webTriggers.graphql(bodyOf(call));
    if (call.path === '/app/report-accounts') return { status: 204 };
    return jsonAnswer(501, { message: `The workbench does not answer ${call.path}` });
  };

  const remotes: Record<string, Door> = { jira, stargate };
  const doors: Record<string, Door> = {
    kvs,
    fpp: (call, invocation) =>
      remotes[call.args.remote ?? 'jira']?.(call, invocation) ?? proxyRefusal(404, 'PRODUCT_NOT_ON_SITE'),
    egress: call => egress.request(call),
  };

  return async (invocationId: string | undefined, call: PlatformCall): Promise<HttpAnswer> => {
    const invocation = settings.invocation(invocationId);
    if (!invocation) return proxyRefusal(403, 'INVOCATION_ENDED');
    const answer = () => doors[call.args.type]?.(call, invocation) ?? proxyRefusal(501, 'NOT_ON_THE_WORKBENCH');
    return befalling(settings.mishaps?.(inWords(call)), answer, refused);
  };
}
