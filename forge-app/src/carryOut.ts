import type { Directory, Notice, Placement } from '@baton/shared';
import { asApp, route } from '@forge/api';
import { Queue } from '@forge/events';
import { markOf, readComments, say, TRACE } from './internalComments';
import { restAnswer } from './platformErrors';
import { resolveWorkItem } from './resolveWorkItem';

async function assign(id: string, accountId: string | null): Promise<void> {
  const body = JSON.stringify({ accountId });
  const headers = { 'Content-Type': 'application/json', ...TRACE };
  await restAnswer(
    asApp().requestJira(route`/rest/api/3/issue/${id}/assignee`, { method: 'PUT', headers, body }),
    'assigning the work item',
  );
}

const accountOf = (directory: Directory, { person }: Placement): string | null =>
  (person === undefined ? undefined : directory.people[person]?.jira) ?? null;

/** Messages leave a work item one after the other, so that none leaves twice; nobody who presses waits for them. */
async function handToQueue(ticket: string, notices: readonly number[]): Promise<void> {
  const body = { ticket, dueAt: Date.now(), notices: [...notices] };
  await new Queue({ key: 'due' }).push({ body, concurrency: { key: `ticket:${ticket}`, limit: 1 } });
}

/**
 * Makes Jira's assignee follow custody (rules §3.2) and says what is to be said. A ledger there needs no note, since
 * agents cannot write its store, and nothing has to be shown: whoever is in the space sees its work items.
 */
export async function carryOut(id: string, directory: Directory, notices: readonly Notice[]): Promise<void> {
  for (const notice of notices) {
    if (notice.is === 'assign') await assign(id, accountOf(directory, notice.to));
    if (notice.is === 'resolve') await resolveWorkItem(id, directory);
    if (notice.is === 'deliver') await handToQueue(id, notice.notices);
    if (notice.is === 'ask leads' || notice.is === 'tell') await say(id, directory, notice);
  }
}

/** The same where it may have been done before: what is found among the comments is not said again. @throws DeskError */
export async function complete(id: string, directory: Directory, notices: readonly Notice[]): Promise<void> {
  const isSaying = notices.some(({ is }) => is === 'ask leads' || is === 'tell');
  const said = isSaying ? JSON.stringify(await readComments(id)) : '';
  const isSaid = (notice: Notice): boolean =>
    (notice.is === 'ask leads' || notice.is === 'tell') && said.includes(markOf(notice));
  await carryOut(
    id,
    directory,
    notices.filter(notice => !isSaid(notice)),
  );
}
