import { ALONE, GATHERS_FOR, type DigestEntry } from '@baton/shared';
import { Queue } from '@forge/events';
import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { isTaken, storeError } from './platformErrors';

/** After its window a digest waits so long (s) for what was being kept just then. */
const SLACK = 30;
const AT_ONCE = 25;
const HOUR = { ttl: { value: 1, unit: 'HOURS' as const } };

const digestSchema = z.object({ channel: z.string().min(1), window: z.number().int() });
/** A digest that is to be sent: of which channel, and of which five minutes. */
export type Digest = z.infer<typeof digestSchema>;

/** The digest in the body of a queue event; undefined where it is about something else. */
export const digestIn = (body: unknown): Digest | undefined => digestSchema.safeParse(body).data;

const windowOf = (now: number): number => Math.floor(now / GATHERS_FOR);
const beginning = ({ channel, window }: Digest): string => `digest:${channel}:${window}`;
const entryKey = (digest: Digest, key: string): string => `${beginning(digest)}:${key}`;

/** Takes a place for an hour; false where somebody has it. @throws DeskError */
export async function takes(place: string): Promise<boolean> {
  try {
    await kvs.set(place, true, { keyPolicy: 'FAIL_IF_EXISTS', ...HOUR });
    return true;
  } catch (error) {
    return isTaken(error) ? false : storeError(Promise.reject(error));
  }
}

/** Whether one more message of a rule may go alone: each takes a place in these five minutes. @throws DeskError */
export async function mayGoAlone(channel: string, rule: string): Promise<boolean> {
  const digest = { channel, window: windowOf(Date.now()) };
  for (let place = 0; place < ALONE; place += 1) {
    if (await takes(`pace:${channel}:${rule}:${digest.window}:${place}`)) return true;
    // Where a digest gathers already, the places of some rule are taken, and looking at all of these costs too much.
    if (place === 0 && (await storeError(kvs.get(beginning(digest)))) !== undefined) return false;
  }
  return false;
}

/** Keeps a message for the digest of these five minutes, each under its own name. @throws DeskError */
export async function intoDigest(channel: string, entry: DigestEntry): Promise<void> {
  const now = Date.now();
  const digest = { channel, window: windowOf(now) };
  await storeError(kvs.set(entryKey(digest, entry.key), entry));
  if ((await storeError(kvs.get(beginning(digest)))) !== undefined) return;
  const left = Math.ceil(((digest.window + 1) * GATHERS_FOR - now) / 1000);
  await new Queue({ key: 'due' }).push({
    body: { ...digest },
    delayInSeconds: left + SLACK,
    concurrency: { key: `digest:${channel}`, limit: 1 },
  });
  await storeError(kvs.set(beginning(digest), true, HOUR));
}

/** What a digest keeps, by its keys; nothing once it was sent. @throws DeskError */
export async function readDigest(digest: Digest, cursor?: string): Promise<readonly DigestEntry[]> {
  const asked = kvs
    .query()
    .where('key', WhereConditions.beginsWith(`${beginning(digest)}:`))
    .limit(100);
  const { results, nextCursor } = await storeError(
    (cursor === undefined ? asked : asked.cursor(cursor)).getMany<DigestEntry>(),
  );
  const found = results.map(({ value }) => value);
  return nextCursor === undefined || nextCursor === '' ? found : [...found, ...(await readDigest(digest, nextCursor))];
}

/** Forgets what a digest has said. @throws DeskError */
export async function forgetDigest(digest: Digest, entries: readonly DigestEntry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const said = entries.slice(from, from + AT_ONCE);
    await storeError(kvs.batchDelete(said.map(({ key }) => ({ key: entryKey(digest, key) }))));
  }
}
