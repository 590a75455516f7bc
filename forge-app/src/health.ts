import type { DeskHealth } from '@baton/shared';
import { lastSweep, pushDue } from './dueTime';
import { allGivenUp } from './givenUp';
import { readSummaries } from './jiraDesk';
import { readCursor, tryGivenUpAgain } from './reconcile';
import { dueBefore } from './rowQueries';

/** What fell due before `now` and is not done: the first page of it. */
async function lateAt(now: number): Promise<DeskHealth['late']> {
  const { due, next } = await dueBefore(now);
  const [first] = due;
  return { tickets: due.length, ...(first ? { since: first.dueAt } : {}), isAll: next === undefined };
}

/** The keys of work items; their ids where Jira does not tell them now. */
async function namesOf(tickets: readonly string[]): Promise<readonly string[]> {
  if (tickets.length === 0) return [];
  const summaries = await readSummaries(tickets).catch(() => ({}) as Record<string, { label: string }>);
  return tickets.map(ticket => summaries[ticket]?.label ?? ticket);
}

/**
 * How Baton is doing on this site at `now` (epoch ms): three reads and a query. A sweep with nothing to do leaves no
 * trace, so the last one that is known is the last that did something, or that searched, once an hour.
 *
 * @throws DeskError
 */
export async function healthAt(now: number): Promise<DeskHealth> {
  const [late, swept, cursor, givenUp] = await Promise.all([lateAt(now), lastSweep(), readCursor(), allGivenUp()]);
  const known = [swept, cursor?.until].filter(at => at !== undefined);
  return {
    late,
    unseen: cursor?.left?.length ?? 0,
    givenUp: await namesOf(givenUp.map(({ ticket }) => ticket)),
    ...(known.length === 0 ? {} : { swept: Math.max(...known) }),
    ...(cursor ? { searched: cursor.until } : {}),
  };
}

/** Hands what waits to the queues at once. @throws DeskError */
export async function tryAgainAt(now: number): Promise<void> {
  await pushDue(now);
  await tryGivenUpAgain();
}
