import type { ActionCost, Costs, OperationKind } from '../costs';
import { befalling, type Mishaps } from '../mishaps';
import type { EntityStore } from './entityStore';
import { refuse } from './failure';
import type { JobRunner } from './jobRunner';
import type { KeyValueStore } from './keyValueStore';
import type { OutgoingRequest } from './outside';
import type { Scheduler } from './scheduler';
import type { TemplateCallOptions } from './templateCaller';

/** Who asks the platform for something, and on which action it counts. */
export interface Asker {
  from: 'server' | 'browser';
  cost: ActionCost | undefined;
  /** The occasion of the server call: some operations are only allowed on some. */
  occasion: string;
  jobId?: string | undefined;
}

/** The parts of the platform that an app can reach. */
export interface PlatformParts {
  costs: Costs;
  keyValues: KeyValueStore;
  entities: EntityStore;
  schedules: Scheduler;
  jobs: JobRunner;
  callTemplate(
    name: string,
    options: TemplateCallOptions,
    from: Asker['from'],
    onSend: (request: OutgoingRequest) => void,
  ): Promise<unknown>;
  targetUrl(): string;
  mishaps?: Mishaps | undefined;
}

type Operation = (parts: unknown[], asker: Asker, platform: PlatformParts) => unknown;

const counted =
  (kind: OperationKind, work: Operation): Operation =>
  (parts, asker, platform) => {
    platform.costs.count(asker.cost, kind);
    return work(parts, asker, platform);
  };

const serverOnly =
  (work: Operation): Operation =>
  (parts, asker, platform) =>
    asker.from === 'server' ? work(parts, asker, platform) : refuse(403, 'Only available in server code');

const eventsWithTargetUrl = /^(onAppInstall|afterAppUpdate|onTicket\w+|onConversationCreate)$/;

const requestTemplate: Operation = ([name, options], asker, platform) =>
  platform.callTemplate(String(name), (options ?? {}) as TemplateCallOptions, asker.from, ({ method }) =>
    platform.costs.count(asker.cost, method === 'GET' ? 'desk.read' : 'desk.write'),
  );

const schedule = (work: Operation) => serverOnly(counted('schedule', work));

const startJob: Operation = ([name, tag, data], asker, { jobs }) =>
  asker.jobId ? refuse(400, 'A job cannot start a job') : jobs.invoke(name, tag, data);

const operations: Record<string, Operation> = {
  'db.set': counted('storage.write', ([key, value, options], _asker, { keyValues }) =>
    keyValues.set(key, value, options),
  ),
  'db.get': counted('storage.read', ([key], _asker, { keyValues }) => keyValues.get(key)),
  'db.update': counted('storage.write', ([key, action, attributes], _asker, { keyValues }) =>
    keyValues.update(key, action, attributes),
  ),
  'db.delete': counted('storage.write', ([key], _asker, { keyValues }) => keyValues.delete(key)),
  'entity.schema': counted('entity.read', ([entity], _asker, { entities }) => entities.schema(entity)),
  'entity.create': counted('entity.write', ([entity, record], _asker, { entities }) => entities.create(entity, record)),
  'entity.get': counted('entity.read', ([entity, id], _asker, { entities }) => entities.get(entity, id)),
  'entity.getAll': counted('entity.read', ([entity, options], _asker, { entities }) =>
    entities.getAll(entity, options),
  ),
  'entity.update': counted('entity.write', ([entity, id, record], _asker, { entities }) =>
    entities.update(entity, id, record),
  ),
  'entity.delete': counted('entity.write', ([entity, id], _asker, { entities }) => entities.delete(entity, id)),
  'request.invokeTemplate': requestTemplate,
  'schedule.create': schedule(([request], _asker, { schedules }) => schedules.create(request)),
  'schedule.fetch': schedule(([request], _asker, { schedules }) => schedules.fetch(request)),
  'schedule.update': schedule(([request], _asker, { schedules }) => schedules.update(request)),
  'schedule.delete': schedule(([request], _asker, { schedules }) => schedules.delete(request)),
  'job.invoke': startJob,
  'job.get': ([id], _asker, { jobs }) => jobs.get(id),
  'job.list': (_parts, _asker, { jobs }) => jobs.list(),
  'job.updateStatusMessage': serverOnly(([message], asker, { jobs }) => jobs.updateStatusMessage(asker.jobId, message)),
  generateTargetUrl: serverOnly((_parts, asker, { targetUrl }) =>
    eventsWithTargetUrl.test(asker.occasion)
      ? targetUrl()
      : refuse(400, 'generateTargetUrl is not available in this event'),
  ),
};

const nextTurn = () => new Promise<void>(resolve => setImmediate(resolve));

/** Performs one operation of the platform. Each takes a turn of the event loop, so that concurrent calls interleave. */
export async function operate(platform: PlatformParts, name: string, parts: unknown[], asker: Asker): Promise<unknown> {
  await nextTurn();
  const operation = operations[name] ?? refuse(404, `${name} is not an operation of the platform`);
  // What befalls a request befalls it on its way, where the platform tries again.
  const mishap = name === 'request.invokeTemplate' ? undefined : platform.mishaps?.(`${name} ${String(parts[0])}`);
  return befalling(
    mishap,
    () => operation(parts, asker, platform),
    ({ status, headers = {} }) => refuse(status, 'The platform could not do this', { headers }),
  );
}
