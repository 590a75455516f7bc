import { DeskError, passTime, type Directory, type State, type TicketEvent } from '@baton/shared';
import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { sendGathered, sendOutside } from './channelDesk';
import { digestIn } from './digests';
import { readDirectory } from './directoryStore';
import { pushDueNow } from './dueQueue';
import { dueBefore } from './rowQueries';
import { readIssueAsApp, readIssueWithChanges } from './jiraDesk';
import { portsFor } from './ledgerPorts';
import { follow, pairIn } from './linkedIssues';
import { completeAll } from './merges';
import { isMoving, moveOn } from './moveOpen';
import { laterOr, storeError } from './platformErrors';
import { reconcile } from './reconcile';
import { keepStays, pushStays, staysIn } from './stays';
import { changesOf } from './translateChangelog';
import { translateIssue } from './translateJira';

/** How far ahead of a sweep things are handed to the queue: further than the next sweep, at most what it can delay. */
const AHEAD = 15 * 60_000;

const bodySchema = z.looseObject({
  ticket: z.string(),
  dueAt: z.number(),
  notices: z.array(z.number()).optional(),
});

/** A sweep hands over as much as leaves the queue's 500 events a minute, and the store's reads, to others as well. */
const MOST_PUSHES = 4;

/**
 * Hands what falls due soon to the queue, and says how much that was. What is not handed over now comes first in the
 * next sweep, since what fell due longest ago is read first. @throws DeskError
 */
export async function pushDue(now: number, pushes = MOST_PUSHES, cursor?: string): Promise<number> {
  const { due, next } = await dueBefore(now + AHEAD, cursor);
  await pushDueNow(due, now);
  const isMore = next !== undefined && pushes > 1;
  return due.length + (isMore ? await pushDue(now, pushes - 1, next) : 0);
}

const LAST_SWEEP = 'sweep:last';

/** When a sweep last found something to hand over, epoch ms. @throws DeskError */
export const lastSweep = async (): Promise<number | undefined> =>
  (await storeError(kvs.get<{ readonly at: number }>(LAST_SWEEP)))?.at;

/**
 * Every five minutes: what falls due soon goes to the queue, each with its own delay, and once an hour what may have
 * changed unheard. One query and one read when there is nothing of either.
 */
export async function onSweep(): Promise<void> {
  const now = Date.now();
  if ((await pushDue(now)) > 0) await storeError(kvs.set(LAST_SWEEP, { at: now }));
  await reconcile(now).catch((error: unknown) => {
    console.warn(`What changed is looked for later: ${error instanceof Error ? error.message : 'unknown reason'}`);
  });
}

/** What a work item shows that the ledger does not know; nothing where it is gone. */
async function seenOn(
  ticket: string,
  directory: Directory,
  state: State,
  now: number,
): Promise<readonly TicketEvent[]> {
  try {
    return changesOf({ directory, state, learned: now, since: now }, await readIssueWithChanges(ticket));
  } catch (error) {
    if (error instanceof DeskError && error.code === 'not-found') return [];
    throw error;
  }
}

async function passTimeOn({ ticket, dueAt, notices }: z.infer<typeof bodySchema>): Promise<void> {
  const directory = await readDirectory();
  if (notices) return sendOutside(ticket, directory, notices);
  const ports = portsFor(directory, async () => translateIssue(directory, await readIssueAsApp(ticket)).facts);
  const now = Math.max(Date.now(), dueAt);
  await passTime(ports, ticket, now, {
    carryOut: notices => completeAll(ticket, directory, notices),
    look: state => seenOn(ticket, directory, state, now),
    remember: pushStays,
  });
}

async function followOn(pair: NonNullable<ReturnType<typeof pairIn>>): Promise<void> {
  const directory = await readDirectory();
  await completeAll(pair.ticket, directory, await follow(pair, directory));
}

/** What a queue event asks for: to send a digest, to write stays down, to move what is open, or to let time pass on a ticket. */
function done(body: unknown): Promise<unknown> {
  const [digest, stays, pair] = [digestIn(body), staysIn(body), pairIn(body)];
  if (digest) return sendGathered(digest);
  if (isMoving(body)) return moveOn();
  if (pair) return followOn(pair);
  return stays ? keepStays(stays) : passTimeOn(bodySchema.parse(body));
}

/** Something falls due on a ticket now, or leaves it: time passes on its ledger, once however often this is delivered. */
export async function onDue(event: unknown): Promise<unknown> {
  const body = (event as { body?: unknown } | null)?.body;
  try {
    return await done(body);
  } catch (error) {
    return laterOr(error, event);
  }
}
