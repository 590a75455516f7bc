import { advance, unopened } from '@baton/shared';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { isAgreed } from './agreementStore';
import { readDirectory } from './directoryStore';
import { allGivenUp, noteGivenUp, takenUp } from './givenUp';
import { readIssueWithChanges, updatedWithin } from './jiraDesk';
import { portsFor } from './ledgerPorts';
import { carryOutAll } from './merges';
import { resumeMoving } from './moveOpen';
import { isGivenUp, laterOr, storeError } from './platformErrors';
import { A_PUSH } from './rowQueries';
import { lookSoon } from './dueQueue';
import { ticketsLeftBehind } from './whoLeft';
import { warnOfStrangers } from './strangers';
import { changesOf } from './translateChangelog';
import { translateIssue } from './translateJira';
import { translateComment } from './translateJiraEvent';

const CURSOR = 'reconcile:cursor';
/** How often Jira is asked which work items changed, ms. */
const EVERY = 3_600_000;
/** Events may be late and search lags, so each question reaches back a little further than the last one, ms. */
const OVERLAP = 5 * 60_000;
/** Most work items handed to the queue in one sweep; it takes 500 a minute, 50 at a time. */
const MOST = 300;
const PUSHED_AT_ONCE = 50;

/** How far reconciliation has come. */
interface Cursor {
  /** Every change before this instant (epoch ms) has been found. */
  readonly until: number;
  /** Work items that were found and not yet handed to the queue, and since when they are to be looked at. */
  readonly left?: readonly string[];
  readonly since?: number;
  /** Jira had more than it gave. */
  readonly isMore?: boolean;
}

/** How far the search for changes has come; undefined before the first. @throws DeskError */
export const readCursor = (): Promise<Cursor | undefined> => storeError(kvs.get<Cursor>(CURSOR));
const keep = (cursor: Cursor): Promise<void> => storeError(kvs.set(CURSOR, cursor));

/** The work items to look at next: those left over, else those that Jira says have changed. */
async function found(cursor: Cursor, now: number): Promise<Required<Cursor>> {
  const { until, left = [], since = until - OVERLAP, isMore = false } = cursor;
  if (left.length > 0) return { until, left, since, isMore };
  const updated = await updatedWithin(now - until + OVERLAP);
  // Should one minute hold more than one answer, the next question begins behind it all the same.
  const reached = updated.isAll ? now : Math.max(updated.until, until + 60_000);
  return { until: reached, left: updated.ids, since: until - OVERLAP, isMore: !updated.isAll };
}

async function push(looks: readonly Look[]): Promise<void> {
  const queue = new Queue({ key: 'look' });
  for (let from = 0; from < looks.length; from += PUSHED_AT_ONCE) {
    await queue.push(
      looks.slice(from, from + PUSHED_AT_ONCE).map(look => ({
        body: { ...look },
        concurrency: { key: `ticket:${look.ticket}`, limit: 1 },
      })),
    );
  }
}

/** Hands to the queue again what it has given up. @throws DeskError */
export const tryGivenUpAgain = async (): Promise<void> =>
  push((await allGivenUp()).map(({ ticket, since }) => ({ ticket, since, again: true })));

const isDue = ({ until, left = [], isMore = false }: Cursor, now: number): boolean =>
  left.length > 0 || isMore || now - until >= EVERY;

/**
 * Finds what no event told: once an hour one bounded search for what has changed, each work item of which goes to the
 * queue to be looked at, and one question who still has an account. Otherwise one storage read. `now` is epoch ms.
 */
export async function reconcile(now: number): Promise<void> {
  const cursor = await readCursor();
  // What was before the first sweep is nobody's doing yet.
  if (!cursor) return keep({ until: now });
  if (!isDue(cursor, now) || !(await isAgreed())) return;
  const { until, left, since, isMore } = await found(cursor, now);
  await push(left.slice(0, MOST).map(ticket => ({ ticket, since })));
  await tryGivenUpAgain();
  await keep({ until, left: left.slice(MOST), since, isMore });
  if (now - cursor.until >= EVERY) await hourly(now);
}

async function hourly(now: number): Promise<void> {
  await lookWhoLeft(now);
  await resumeMoving(now);
}

/** Once an hour: whoever has no account any more has left, and what they hold is looked at. */
async function lookWhoLeft(now: number): Promise<void> {
  const behind = await ticketsLeftBehind(await readDirectory(), now);
  for (let from = 0; from < behind.length; from += A_PUSH) await lookSoon(behind.slice(from, from + A_PUSH), now);
}

const bodySchema = z.looseObject({ ticket: z.string(), since: z.number(), again: z.boolean().optional() });

/** A work item to look at for what happened since (epoch ms); `again` where the queue had given it up. */
type Look = Pick<z.infer<typeof bodySchema>, 'ticket' | 'since' | 'again'>;

/** Reads a work item with all that was changed and said on it, and takes what the ledger does not know. */
async function look({ ticket, since }: Look): Promise<void> {
  const learned = Date.now();
  const directory = await readDirectory();
  const issue = await readIssueWithChanges(ticket, ',comment');
  const ports = portsFor(directory, async () => translateIssue(directory, issue).facts);
  const ledger = await ports.ledger.load(ticket);
  const state = ledger?.page.state ?? unopened;
  warnOfStrangers(directory, issue);
  const said = (issue.fields.comment?.comments ?? [])
    .flatMap(comment => translateComment(directory, ticket, comment, learned))
    .filter(({ at }) => at >= since);
  const events = [...changesOf({ directory, state, learned, since }, issue), ...said].sort((a, b) => a.at - b.at);
  if (events.length === 0) return;
  const advanced = await advance(ports, ticket, events, ledger ?? null);
  await carryOutAll(ticket, directory, advanced.notices);
}

/** A work item that changed is looked at, once however often this is delivered; one that fails for good is kept in mind. */
export async function onLook(event: unknown): Promise<unknown> {
  const body = bodySchema.parse((event as { body?: unknown } | null)?.body);
  try {
    await look(body);
    if (body.again) await takenUp(body.ticket);
    return undefined;
  } catch (error) {
    if (isGivenUp(error, event)) await noteGivenUp({ ticket: body.ticket, since: body.since });
    return laterOr(error, event);
  }
}
