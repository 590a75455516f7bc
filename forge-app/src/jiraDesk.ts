import { DeskError, type Directory, type DueTimes, type TicketLabel } from '@baton/shared';
import { asApp, asUser, route } from '@forge/api';
import { z } from 'zod';
import { restAnswer } from './platformErrors';
import { translateDue } from './translateDue';
import { issueSchema, translateSummaries, type JiraIssue } from './translateJira';
import { translateWork } from './translateWork';
import { translateSaid } from './translateSaid';

const FIELDS = 'summary,created,issuetype,priority,status,assignee';

const parseIssue = (answer: unknown): JiraIssue => {
  const parsed = issueSchema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new DeskError('unexpected', `Jira's answer lacks ${parsed.error.issues[0]?.path.join('.') ?? 'a field'}.`);
};

/** A work item as the acting person may see it: fails where they may not. @throws DeskError */
export const readIssueAsUser = async (id: string): Promise<JiraIssue> =>
  parseIssue(
    await restAnswer(asUser().requestJira(route`/rest/api/3/issue/${id}?fields=${FIELDS}`), 'reading the work item'),
  );

/** A work item as the app sees it, where no person asks. @throws DeskError */
export const readIssueAsApp = async (id: string): Promise<JiraIssue> =>
  parseIssue(
    await restAnswer(asApp().requestJira(route`/rest/api/3/issue/${id}?fields=${FIELDS}`), 'reading the work item'),
  );

/**
 * A work item with its changelog and who created it, as the app sees it; with its comments where they are asked for.
 * One request. @throws DeskError
 */
export async function readIssueWithChanges(id: string, more: '' | ',comment' = ''): Promise<JiraIssue> {
  const fields = `${FIELDS},creator,issuelinks,parent${more}`;
  const call = asApp().requestJira(route`/rest/api/3/issue/${id}?fields=${fields}&expand=changelog`);
  return parseIssue(await restAnswer(call, `reading work item ${id}`));
}

/** As many as one answer of a search may hold with this little asked of each. */
const MOST_FOUND = 1_000;
const foundSchema = z.looseObject({
  isLast: z.boolean().catch(true),
  issues: z.array(z.looseObject({ id: z.string(), fields: z.looseObject({ updated: z.string() }) })),
});

/** The work items updated within the last `ms`, oldest first; not all of them where one answer has no room. */
export async function updatedWithin(ms: number): Promise<{ ids: readonly string[]; isAll: boolean; until: number }> {
  const jql = `updated >= "-${Math.ceil(ms / 60_000)}m" ORDER BY updated ASC`;
  const body = JSON.stringify({ jql, maxResults: MOST_FOUND, fields: ['updated'] });
  const headers = { 'Content-Type': 'application/json' };
  const call = asApp().requestJira(route`/rest/api/3/search/jql`, { method: 'POST', headers, body });
  const { issues, isLast } = foundSchema.parse(await restAnswer(call, 'searching for changed work items'));
  const until = Date.parse(issues.at(-1)?.fields.updated ?? '') || 0;
  return { ids: issues.map(({ id }) => id), isAll: isLast, until };
}

/** Most accounts that one question names, as far as its address has room for them. */
const MOST_ACCOUNTS = 90;

const accountsSchema = z.object({ values: z.array(z.object({ accountId: z.string(), active: z.boolean() })) });

/** Which of these accounts are active now; one request for each ninety of them. @throws DeskError */
export async function activeAccounts(accounts: readonly string[]): Promise<ReadonlySet<string>> {
  const active = new Set<string>();
  for (let from = 0; from < accounts.length; from += MOST_ACCOUNTS) {
    const asked = new URLSearchParams(accounts.slice(from, from + MOST_ACCOUNTS).map(id => ['accountId', id]));
    const call = asApp().requestJira(route`/rest/api/3/user/bulk?maxResults=${MOST_ACCOUNTS}&${asked}`);
    const { values } = accountsSchema.parse(await restAnswer(call, 'reading who works here'));
    values.filter(account => account.active).forEach(({ accountId }) => active.add(accountId));
  }
  return active;
}

/** The name of a status by its id. @throws DeskError */
export async function readStatusName(id: string): Promise<string> {
  const answer = await restAnswer(asApp().requestJira(route`/rest/api/3/status/${id}`), 'reading a status');
  return z.looseObject({ name: z.string() }).safeParse(answer).data?.name ?? id;
}

/**
 * Keys and summaries of work items, by id, in one request; those that the acting person may not see are left out.
 *
 * @param ids - at most 100
 * @throws DeskError
 */
export async function readSummaries(ids: readonly string[]): Promise<Readonly<Record<string, TicketLabel>>> {
  const body = JSON.stringify({ issueIdsOrKeys: ids, fields: ['summary'] });
  const headers = { 'Content-Type': 'application/json' };
  const answer = await restAnswer(
    asUser().requestJira(route`/rest/api/3/issue/bulkfetch`, { method: 'POST', headers, body }),
    'reading the work items of a list',
  );
  return translateSummaries(answer);
}

/** Comments and attachments of a work item, to prefill a packet. @throws DeskError */
export const readWork = async (id: string, directory: Directory) =>
  translateWork(
    directory,
    await restAnswer(
      asUser().requestJira(route`/rest/api/3/issue/${id}?fields=comment,attachment`),
      'reading comments',
    ),
  );

/** What the customer can read or has written on a work item. @throws DeskError */
export const readSaid = async (id: string, directory: Directory) =>
  translateSaid(
    directory,
    await restAnswer(asUser().requestJira(route`/rest/api/3/issue/${id}?fields=comment`), 'reading comments'),
  );

/** The changelog of a work item, for where it lay before Baton met it. @throws DeskError */
export const readChangelog = (id: string): Promise<unknown> =>
  restAnswer(asApp().requestJira(route`/rest/api/3/issue/${id}/changelog?maxResults=100`), 'reading the changelog');

/**
 * The desk's own due times of a request, as an agent of its service desk may read them; none for a work item that is no
 * request, and none where Jira does not let this person read them.
 */
export const readDueAsUser = (id: string): Promise<DueTimes> =>
  restAnswer(asUser().requestJira(route`/rest/servicedeskapi/request/${id}/sla`), 'reading due times').then(
    translateDue,
    () => ({}),
  );

/** Whether the acting person administers this site: asked of Jira, never of the browser. */
export async function isSiteAdmin(): Promise<boolean> {
  const answer = (await restAnswer(
    asUser().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`),
    'reading permissions',
  )) as { permissions?: { ADMINISTER?: { havePermission?: boolean } } };
  return answer.permissions?.ADMINISTER?.havePermission === true;
}
