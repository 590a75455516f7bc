import api, { asApp, asUser, assumeTrustedRoute, getAppContext } from '@forge/api';
import { InvocationError, InvocationErrorCode, Queue, type AsyncEvent, type PushEvent } from '@forge/events';
import kvs, { Filter, FilterConditions, Sort, WhereConditions, type SetOptions } from '@forge/kvs';
import Resolver, { type Request } from '@forge/resolver';

/** An app without a purpose: each door does one thing with one SDK, so that a test can watch the platform. */

interface Parcel {
  owner: string;
  dueAt: string;
  version: number;
  urgent?: boolean;
}

interface Item {
  key: string;
  value: unknown;
}

interface Page {
  limit?: number;
  cursor?: string;
}

const doors = new Resolver();
const later = new Queue({ key: 'later' });

let kept = 0;

/** Keeps what a handler saw, in the order of arrival. */
async function keep(list: string, entry: unknown): Promise<void> {
  kept += 1;
  await kvs.set(`seen:${list}:${String(kept).padStart(6, '0')}`, entry);
}

/** Everything kept under a name, oldest first. */
async function seen(list: string): Promise<unknown[]> {
  const { results } = await kvs
    .query()
    .where('key', WhereConditions.beginsWith(`seen:${list}:`))
    .limit(100)
    .getMany();
  return results.map(({ value }) => value);
}

/** Errors travel as values, so that a test reads code and message as the app does. */
const door = <Payload>(name: string, work: (payload: Payload, context: Request['context']) => Promise<unknown>) =>
  doors.define<Payload, object>(name, async ({ payload, context }) => {
    try {
      return { value: (await work(payload, context)) ?? null };
    } catch (cause) {
      const { name: kind, code, message } = cause as Error & { code?: string };
      return { error: { kind, code, message } };
    }
  });

door('seen', ({ list }: { list: string }) => seen(list));
door('whoAmI', async (_payload: object, context) => ({
  accountId: context.accountId,
  issue: context.extension.issue,
  module: getAppContext().moduleKey,
  now: Date.now(),
  today: new Date().toISOString(),
}));
door('kvsSet', ({ key, value, options }: Item & { options?: SetOptions }) => kvs.set(key, value, options));
door('kvsGet', ({ key }: { key: string }) => kvs.get(key));
door('kvsList', ({ prefix, cursor, limit = 10 }: Page & { prefix: string }) => {
  const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(limit);
  return (cursor ? query.cursor(cursor) : query).getMany();
});
door('batch', ({ items }: { items: Item[] }) => kvs.batchSet(items));
door('secret', async ({ key, value }: Item) => {
  await kvs.setSecret(key, value);
  return [await kvs.getSecret(key), await kvs.get(key)];
});
door('parcelSet', ({ key, value }: Item) => kvs.entity('parcel').set(key, value));
door('parcelGet', ({ key }: { key: string }) => kvs.entity('parcel').get(key));
interface ParcelsAsked extends Page {
  owner: string;
  before?: string;
  urgent?: boolean;
  sort?: 'DESC';
}
door('parcelsOf', ({ owner, before, urgent, sort, limit = 10, cursor }: ParcelsAsked) => {
  const query = kvs
    .entity('parcel')
    .query()
    .index('by-owner', { partition: [owner] });
  if (before) query.where(WhereConditions.lessThan(before));
  if (urgent !== undefined) query.filters(new Filter<Parcel>().and('urgent', FilterConditions.equalTo(urgent)));
  if (cursor) query.cursor(cursor);
  return query
    .sort(sort === 'DESC' ? Sort.DESC : Sort.ASC)
    .limit(limit)
    .getMany();
});
/** Compare and set: both writers have read the same version. */
door('parcelNext', ({ key, from, owner }: { key: string; from: number; owner: string }) =>
  kvs
    .transact()
    .set<Parcel>(
      key,
      { owner, dueAt: '2026-03-02T10:00:00Z', version: from + 1 },
      { entityName: 'parcel', conditions: new Filter<Parcel>().and('version', FilterConditions.equalTo(from)) },
    )
    .set(`note:${key}`, { by: owner })
    .execute(),
);
door('push', ({ events }: { events: PushEvent[] }) => later.push(events));
door('jobStats', ({ jobId }: { jobId: string }) => later.getStats(jobId));
door('fetch', async ({ url }: { url: string }) => (await api.fetch(url, { method: 'POST', body: 'hello' })).status);
interface RestAsked {
  as: 'app' | 'user';
  method: string;
  path: string;
  body?: unknown;
}
door('rest', async ({ as, method, path, body }: RestAsked) => {
  const requestJira = (as === 'app' ? asApp() : asUser()).requestJira;
  const response = await requestJira(assumeTrustedRoute(path), {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
});
door('hang', () => new Promise(() => undefined));
door('spin', async () => {
  for (;;);
});
door('die', async () => process.exit(3));
door('big', async ({ bytes }: { bytes: number }) => 'x'.repeat(bytes));

export const resolver = doors.getDefinitions();

export const status = async ({ extension }: { extension: { issue: { key: string } } }) => ({
  status: { type: 'lozenge', value: { label: extension.issue.key, type: 'inprogress' } },
});

export const onChange = (event: unknown) => keep('events', event);
export const onInstalled = (event: unknown) => keep('installed', event);
export const onSweep = (event: unknown) => keep('sweeps', { event, at: Date.now() });

export async function onLater(event: AsyncEvent) {
  await keep('later', { body: event.body, at: Date.now(), retry: event.retryContext?.retryCount ?? 0 });
  const failing = event.body.failing as string | undefined;
  if (event.retryContext || !failing) return undefined;
  if (failing === 'throws') throw new Error('Not today');
  return new InvocationError({
    retryAfter: 30,
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    retryData: {},
  });
}
