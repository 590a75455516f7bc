import type { WorkItem } from '../model/workItems';
import { readJql } from './jql';
import { ok, RestError, type RestRequest, type Route } from './restRequest';

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

const removed = () => {
  throw new RestError(410, 'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.');
};

export const searchRoutes: Route[] = [
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
