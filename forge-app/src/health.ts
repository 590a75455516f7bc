import type { DeskHealth } from '@baton/shared';
import { lastSweep, pushDue } from './dueTime';
import { allGivenUp } from './givenUp';
import { readSummaries } from './jiraDesk';
import { readCursor, tryGivenUpAgain } from './reconcile';
import { readRefusals } from './refusals';
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

/** A sweep with nothing to do leaves no trace: the last that is known is the last that did something, or searched. */
function lastAt(swept: number | undefined, searched: number | undefined): Pick<DeskHealth, 'swept' | 'searched'> {
  const known = [swept, searched].filter(at => at !== undefined);
  return {
    ...(known.length === 0 ? {} : { swept: Math.max(...known) }),
    ...(searched === undefined ? {} : { searched }),
  };
}

/**
 * How Baton is doing on this site at `now` (epoch ms): four reads and a query.
 *
 * @throws DeskError
 */
export async function healthAt(now: number): Promise<DeskHealth> {
  const [late, swept, cursor, givenUp, refused] = await Promise.all([
    lateAt(now),
    lastSweep(),
    readCursor(),
    allGivenUp(),
    readRefusals(),
  ]);
  const names = await namesOf(givenUp.map(({ ticket }) => ticket));
  const unseen = cursor?.left?.length ?? 0;
  return { late, unseen, givenUp: names, ...lastAt(swept, cursor?.until), ...(refused ? { refused } : {}) };
}

/** Hands what waits to the queues at once. @throws DeskError */
export async function tryAgainAt(now: number): Promise<void> {
  await pushDue(now);
  await tryGivenUpAgain();
}
