import type { WorkItem } from '../model/workItems';
import { readJql } from './jql';
import { ok, RestError, sent, type RestRequest, type Route } from './restRequest';

const MOST_RESULTS = 5_000;

interface SearchBody {
  jql?: string;
  maxResults?: number | string;
  nextPageToken?: string;
  fields?: string[];
}

function startOf(token: string | undefined): number {
  const start = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (Number.isInteger(start)) return start;
  throw new RestError(400, 'The page token is invalid or expired.');
}

/** A page ends with a token that says where the next one begins; without `fields` only ids are given. */
function search({ model, beans, body, now, account }: RestRequest) {
  const { jql = '', maxResults = 50, nextPageToken, fields = ['id'] } = (body ?? {}) as SearchBody;
  const { holds, order } = readJql(jql, { now, accountId: account.accountId });
  const start = startOf(nextPageToken);
  const found = model.list().filter(holds).sort(order);
  const end = start + Math.min(Number(maxResults), MOST_RESULTS);
  const isLast = end >= found.length;
  const bean = (item: WorkItem) => (String(fields) === 'id' ? { id: item.id } : beans.issue(item, fields));
  return ok({
    isLast,
    issues: found.slice(start, end).map(bean),
    ...(isLast ? {} : { nextPageToken: Buffer.from(String(end)).toString('base64url') }),
  });
}

const MOST_FETCHED = 100;

/** By ascending id; what is not there, or may not be seen, is simply missing. */
function bulkFetch({ model, beans, body }: RestRequest) {
  const { issueIdsOrKeys = [], fields } = sent<{ issueIdsOrKeys: string[]; fields: string[] }>({ body });
  if (issueIdsOrKeys.length === 0 || issueIdsOrKeys.length > MOST_FETCHED) {
    throw new RestError(400, `Ask for 1 to ${MOST_FETCHED} issues.`);
  }
  const found = issueIdsOrKeys.flatMap(id => model.find(id) ?? []).sort((a, b) => Number(a.id) - Number(b.id));
  return ok({ issues: found.map(item => beans.issue(item, fields)), issueErrors: [] });
}

const removed = () => {
  throw new RestError(410, 'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.');
};

export const searchRoutes: Route[] = [
  { method: 'POST', path: '/rest/api/3/issue/bulkfetch', scope: 'read:jira-work', handle: bulkFetch },
  { method: 'POST', path: '/rest/api/3/search/jql', scope: 'read:jira-work', handle: search },
  {
    method: 'GET',
    path: '/rest/api/3/search/jql',
    scope: 'read:jira-work',
    handle: request => {
      const { fields, ...rest } = Object.fromEntries(request.query);
      return search({ ...request, body: { ...rest, ...(fields ? { fields: fields.split(',') } : {}) } });
    },
  },
  { method: 'GET', path: '/rest/api/3/search', handle: removed },
  { method: 'POST', path: '/rest/api/3/search', handle: removed },
];
