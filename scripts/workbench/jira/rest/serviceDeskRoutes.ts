import { isRichText, richText } from '../model/richText';
import { known, SLA_GOAL_MS, STATUSES } from '../model/site';
import type { WorkItem } from '../model/workItems';
import { jiraTime } from './beans';
import { itemOf, ok, paged, RestError, sent, type RestRequest, type Route } from './restRequest';

const time = (at: number) => ({
  iso8601: jiraTime(at),
  jira: jiraTime(at),
  friendly: new Date(at).toUTCString(),
  epochMillis: at,
});

const HOUR = 3_600_000;

function duration(millis: number) {
  const minutes = Math.floor(Math.abs(millis) / 60_000);
  const friendly = `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
  return { millis, friendly: millis < 0 ? `-${friendly}` : friendly };
}

/** Time to resolution, counted day and night from creation; it does not pause. */
export function resolutionSla(item: WorkItem, now: number) {
  const goal = SLA_GOAL_MS[item.priority] ?? 72 * HOUR;
  const breach = item.created + goal;
  const until = item.resolved ?? now;
  const cycle = {
    startTime: time(item.created),
    breachTime: time(breach),
    breached: until > breach,
    goalDuration: duration(goal),
    elapsedTime: duration(until - item.created),
    remainingTime: duration(breach - until),
  };
  const name = { id: '1', name: 'Time to resolution', slaDisplayFormat: 'NEW_SLA_FORMAT' };
  return item.resolved === null
    ? { ...name, completedCycles: [], ongoingCycle: { ...cycle, paused: false, withinCalendarHours: true } }
    : { ...name, completedCycles: [{ ...cycle, stopTime: time(item.resolved) }] };
}

function readSla(request: RestRequest) {
  const { page, startAt, maxResults } = paged([resolutionSla(itemOf(request), request.now)], request.query, 50);
  return ok({ size: page.length, start: startAt, limit: maxResults, isLastPage: true, values: page });
}

function readRequest(request: RestRequest) {
  const item = itemOf(request);
  const status = known(STATUSES, item.status);
  return ok({
    issueId: item.id,
    issueKey: item.key,
    serviceDeskId: '1',
    reporter: request.beans.user(item.reporter),
    createdDate: time(item.created),
    currentStatus: { status: status.name, statusCategory: status.category.key.toUpperCase() },
  });
}

/** Comments by this API are plain text, and public unless they say otherwise. */
function addComment(request: RestRequest) {
  const item = itemOf(request);
  const { body, public: isPublic = true } = sent<{ body: unknown; public: boolean }>(request);
  if (typeof body !== 'string' && !isRichText(body)) throw new RestError(400, 'A comment needs a body.');
  const document = typeof body === 'string' ? richText(body) : body;
  const comment = request.model.comment(item, document, { actor: request.actor, internal: !isPublic });
  const author = request.beans.user(comment.author);
  return ok({ id: comment.id, body, public: isPublic, author, created: time(comment.created) }, 201);
}

const REQUEST = '/rest/servicedeskapi/request/{id}';

/** What Jira Service Management adds. */
export const serviceDeskRoutes: Route[] = [
  { method: 'GET', path: REQUEST, scope: 'read:servicedesk-request', handle: readRequest },
  { method: 'GET', path: `${REQUEST}/sla`, scope: 'read:servicedesk-request', handle: readSla },
  { method: 'POST', path: `${REQUEST}/comment`, scope: 'write:servicedesk-request', handle: addComment },
];
