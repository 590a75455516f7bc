import { randomUUID } from 'node:crypto';
import type { Database } from 'libsql';
import type { WorkbenchClock } from '../clock';
import type { Deliver } from './delivery';
import type { InvocationFailed } from './invocationFailed';
import { modulesOf, type AppManifest } from './manifest';
import type { PendingWork } from './pendingWork';
import { queueTable, type QueueItem } from './queueTable';
import { readRetry, type RetryRequest } from './retryRequest';
import { allowance } from './storage/quota';
import { jsonAnswer, type HttpAnswer } from './wire';

interface PushBody {
  queueName: string;
  jobId: string;
  payload: { body: unknown; delayInSeconds?: number; concurrency?: { key: string; limit: number } }[];
}

/** The app's queues: pushes are kept, wait for their delay on the workbench's clock, and reach their consumer. */
export interface AsyncQueue {
  /** Answers `publish`, `stats` and `cancel`. */
  answer(verb: string, body: unknown): HttpAnswer;
  /** Takes up again what was waiting when the workbench stopped. */
  start(): void;
  stop(): void;
}

export interface AsyncQueueSettings {
  db: Database;
  clock: WorkbenchClock;
  manifest: AppManifest;
  work: PendingWork;
  deliver: Deliver;
  consume(functionKey: string, moduleKey: string, event: object): Promise<unknown>;
}

const MOST_EVENTS = 50;
const MOST_BYTES = 200 * 1024;
const MOST_DELAY_S = 900;
const EVENTS_PER_MINUTE = 500;
const RETENTION_MS = 24 * 3_600_000;
const FIRST_BACK_OFF_S = 10;

export function asyncQueue(settings: AsyncQueueSettings): AsyncQueue {
  const { clock, manifest, work, deliver } = settings;
  const table = queueTable(settings.db);
  const events = allowance(EVENTS_PER_MINUTE, 60_000, clock);
  const alarms = new Map<string, () => void>();
  const consumerOf = (queue: string) => modulesOf(manifest, 'consumer').find(module => module.queue === queue);

  const eventOf = (item: QueueItem) => ({
    body: item.body,
    queueName: item.queue,
    jobId: item.jobId,
    eventId: item.id,
    ...(item.delayInSeconds === undefined ? {} : { delayInSeconds: item.delayInSeconds }),
    ...(item.concurrency ? { concurrency: item.concurrency } : {}),
    ...(item.retry ? { retryContext: { ...item.retry, retentionWindow: retentionOf(item) } } : {}),
  });
  const retentionOf = (item: QueueItem) => ({
    startTime: new Date(item.pushed).toISOString(),
    remainingTimeMs: item.pushed + RETENTION_MS - clock.now(),
  });

  const again = (item: QueueItem, { afterSeconds, reason, data }: RetryRequest) => {
    const due = clock.now() + afterSeconds * 1_000;
    if (due > item.pushed + RETENTION_MS) return table.setState(item.id, 'failed');
    const retry = { retryCount: (item.retry?.retryCount ?? 0) + 1, retryReason: reason, retryData: data };
    const next = { ...item, due, retry };
    table.again(next);
    schedule(next);
  };
  const backOff = (item: QueueItem, cause: InvocationFailed) => {
    const afterSeconds = Math.min(MOST_DELAY_S, FIRST_BACK_OFF_S * 2 ** item.failures);
    again({ ...item, failures: item.failures + 1 }, { afterSeconds, reason: cause.code, data: undefined });
  };

  const consume = async (item: QueueItem) => {
    const consumer = consumerOf(item.queue);
    if (!consumer || !table.isWaiting(item.id)) return;
    table.setState(item.id, 'running');
    try {
      const result = await settings.consume(consumer.function as string, consumer.key, eventOf(item));
      const retry = readRetry(result);
      if (retry) again(item, retry);
      else table.setState(item.id, 'success');
    } catch (cause) {
      backOff(item, cause as InvocationFailed);
      throw cause;
    }
  };
  const hand = (item: QueueItem) =>
    deliver({
      what: `queue ${item.queue}`,
      ...(item.concurrency ? { lane: { ...item.concurrency, key: `queue ${item.concurrency.key}` } } : {}),
      run: () => consume(item),
    });
  function schedule(item: QueueItem): void {
    if (item.due <= clock.now()) return hand(item);
    const ring = async () => {
      alarms.delete(item.id);
      hand(item);
      await work.idle();
    };
    alarms.set(item.id, clock.alarm(item.due, `Jira: queue ${item.queue}`, ring));
  }

  const refusePush = ({ queueName, payload }: PushBody): HttpAnswer | undefined => {
    if (!consumerOf(queueName)) return jsonAnswer(404, { message: `No consumer for queue ${queueName}` });
    if (payload.length > MOST_EVENTS || Buffer.byteLength(JSON.stringify(payload)) > MOST_BYTES) {
      return jsonAnswer(413, { errorMessage: 'At most 50 events and 200 KB in one push' });
    }
    if (payload.some(({ delayInSeconds: delay = 0 }) => !(delay >= 0 && delay <= MOST_DELAY_S))) {
      return jsonAnswer(400, { message: 'delayInSeconds is 0 to 900' });
    }
    return events.take(payload.length) ? undefined : jsonAnswer(429, { message: 'More than 500 events in a minute' });
  };

  const verbs: Record<string, (body: PushBody) => HttpAnswer> = {
    publish: (body: PushBody) => {
      const refused = refusePush(body);
      if (refused) return refused;
      const pushed = clock.now();
      body.payload.forEach(event => {
        const due = pushed + (event.delayInSeconds ?? 0) * 1_000;
        const item = { ...event, id: randomUUID(), jobId: body.jobId, queue: body.queueName, pushed, due, failures: 0 };
        table.add(item);
        schedule(item);
      });
      return { status: 201, body: '' };
    },
    stats: ({ jobId }: PushBody) => {
      const states = table.states(jobId);
      if (Object.keys(states).length === 0) return jsonAnswer(404, { message: `No job ${jobId}` });
      const inProgress = (states.waiting ?? 0) + (states.running ?? 0);
      return jsonAnswer(200, { success: states.success ?? 0, inProgress, failed: states.failed ?? 0 });
    },
    cancel: ({ jobId }: PushBody) => {
      if (Object.keys(table.states(jobId)).length === 0) return jsonAnswer(404, { message: `No job ${jobId}` });
      table.cancel(jobId);
      return { status: 204 };
    },
  };

  return {
    answer: (verb, body) =>
      verbs[verb]?.(body as PushBody) ?? jsonAnswer(404, { message: `No such queue call: ${verb}` }),
    start: () => table.unfinished().forEach(schedule),
    stop: () => alarms.forEach(takeBack => takeBack()),
  };
}
