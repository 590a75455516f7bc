import { ISSUE_TYPES, PRIORITIES } from '../model/site';
import type { WorkItem } from '../model/workItems';
import { isInternal } from './beans';
import { assigneeInput, fieldInput } from './fieldInput';
import { isRichText, type RichText } from '../model/richText';
import { itemOf, noContent, ok, paged, RestError, sent, type RestRequest, type Route } from './restRequest';

const READ = 'read:jira-work';
const WRITE = 'write:jira-work';
const ISSUE = '/rest/api/3/issue/{id}';

interface IssueBody {
  fields: Record<string, unknown> & {
    issuetype?: { id?: string; name?: string };
    project?: object;
    reporter?: { accountId?: string };
  };
}

interface CommentBody {
  body: unknown;
  properties: Parameters<typeof isInternal>[0];
}

interface WorklogBody {
  comment: RichText | null;
  started: string;
  timeSpentSeconds: number;
}

const listed = (query: URLSearchParams, name: string) => query.getAll(name).flatMap(value => value.split(','));

/** Newest first, as the issue's own expansion gives it. */
const changelog = ({ model, beans }: RestRequest, item: WorkItem) => {
  const histories = model.records.history(item.id).reverse().map(beans.history);
  return { startAt: 0, maxResults: histories.length, total: histories.length, histories };
};

function readIssue(request: RestRequest) {
  const item = itemOf(request);
  const fields = listed(request.query, 'fields');
  const bean = request.beans.issue(item, fields.length > 0 ? fields : undefined);
  const expands = listed(request.query, 'expand').includes('changelog');
  return ok(expands ? { ...bean, changelog: changelog(request, item) } : bean);
}

/** Oldest first. */
function readChangelog({ model, beans, params, query }: RestRequest) {
  const item = itemOf({ model, params });
  const { page, ...envelope } = paged(model.records.history(item.id).map(beans.history), query);
  return ok({ ...envelope, isLast: envelope.startAt + page.length >= envelope.total, values: page });
}

function typeInput(asked: { id?: string; name?: string } | undefined): string {
  const found = ISSUE_TYPES.find(({ id, name }) => id === asked?.id || name === asked?.name);
  if (!found) throw new RestError(400, 'Specify a valid issue type', 'issuetype');
  return found.id;
}

function createIssue({ model, body, actor, beans }: RestRequest) {
  const { issuetype, project, reporter, ...rest } = sent<IssueBody>({ body }).fields ?? {};
  if (!project) throw new RestError(400, 'Specify a valid project ID or key', 'project');
  const defaults = { summary: '', description: null, priority: PRIORITIES[2]!.id, assignee: null };
  const item = model.create(
    {
      ...defaults,
      ...fieldInput(model, { summary: undefined, ...rest }),
      type: typeInput(issuetype),
      reporter: reporter?.accountId ?? actor.accountId,
    },
    actor,
  );
  const { id, key, self } = beans.issue(item, []);
  return ok({ id, key, self }, 201);
}

function addComment(request: RestRequest) {
  const item = itemOf(request);
  const { body, properties } = sent<CommentBody>(request);
  if (!isRichText(body)) throw new RestError(400, 'Comment body is not valid!', 'comment');
  const internal = isInternal(properties);
  const comment = request.model.comment(item, body, { actor: request.actor, internal });
  return ok(request.beans.comment(comment, true), 201);
}

interface MailBody {
  subject: string;
  textBody: string;
  to: { users?: { accountId: string }[] };
}

/** The product sends an e-mail about a work item. */
function sendMail(request: RestRequest) {
  const item = itemOf(request);
  const { subject = item.summary, textBody = '', to } = sent<MailBody>(request);
  const recipients = (to?.users ?? []).map(({ accountId }) => accountId);
  if (recipients.length === 0) throw new RestError(400, 'No recipients were defined for notification.');
  request.model.records.addMail(item.id, { subject, body: textBody, recipients });
  return noContent;
}

function readComments(request: RestRequest) {
  const item = itemOf(request);
  const { query, beans, model } = request;
  const withProperties = listed(query, 'expand').includes('properties');
  const all = model.records.comments(item.id);
  const ordered = query.get('orderBy') === '-created' ? all.reverse() : all;
  const { page, ...envelope } = paged(ordered, query, 5_000);
  return ok({ ...envelope, comments: page.map(comment => beans.comment(comment, withProperties)) });
}

function readWorklogs(request: RestRequest) {
  const item = itemOf(request);
  const beans = request.model.records.worklogs(item.id).map(worklog => request.beans.worklog(item, worklog));
  const { page, ...envelope } = paged(beans, request.query, 5_000);
  return ok({ ...envelope, worklogs: page });
}

function addWorklog(request: RestRequest) {
  const item = itemOf(request);
  const { comment = null, started, timeSpentSeconds = 0 } = sent<WorklogBody>(request);
  if (!(timeSpentSeconds >= 60)) throw new RestError(400, 'Time spent is required', 'timeLogged');
  const at = started === undefined ? request.now : Date.parse(started);
  const worklog = request.model.logWork(item, { comment, started: at, seconds: timeSpentSeconds }, request.actor);
  return ok(request.beans.worklog(item, worklog), 201);
}

const edit = (request: RestRequest, fields: Parameters<RestRequest['model']['edit']>[1]) => {
  request.model.edit(itemOf(request), fields, request.actor);
  return noContent;
};

/** Work items, their changelog, transitions, comments and work logs. */
export const issueRoutes: Route[] = [
  { method: 'POST', path: '/rest/api/3/issue', scope: WRITE, handle: createIssue },
  { method: 'GET', path: ISSUE, scope: READ, handle: readIssue },
  {
    method: 'PUT',
    path: ISSUE,
    scope: WRITE,
    handle: request => edit(request, fieldInput(request.model, sent<IssueBody>(request).fields)),
  },
  {
    method: 'PUT',
    path: `${ISSUE}/assignee`,
    scope: WRITE,
    handle: request =>
      edit(request, { assignee: assigneeInput(request.model, sent<{ accountId: unknown }>(request).accountId) }),
  },
  { method: 'GET', path: `${ISSUE}/changelog`, scope: READ, handle: readChangelog },
  { method: 'GET', path: `${ISSUE}/comment`, scope: READ, handle: readComments },
  { method: 'POST', path: `${ISSUE}/comment`, scope: WRITE, handle: addComment },
  { method: 'POST', path: `${ISSUE}/notify`, scope: WRITE, handle: sendMail },
  { method: 'GET', path: `${ISSUE}/worklog`, scope: READ, handle: readWorklogs },
  { method: 'POST', path: `${ISSUE}/worklog`, scope: WRITE, handle: addWorklog },
];
