import { ISSUE_TYPES, PRIORITIES, PROJECT } from '../model/site';
import { ok, RestError, type RestRequest, type Route } from './restRequest';

const READ = 'read:jira-work';
const TYPES = '/rest/api/3/issue/createmeta/{space}/issuetypes';

function inSpace({ params }: RestRequest): void {
  if (params.space !== PROJECT.key && params.space !== PROJECT.id)
    throw new RestError(404, 'No project could be found');
}

const envelope = (total: number) => ({ startAt: 0, maxResults: 50, total });

/** What a work item of this space can be created as. */
function readTypes(request: RestRequest) {
  inSpace(request);
  const issueTypes = ISSUE_TYPES.map(({ id, name }) => ({ id, name, subtask: false }));
  return ok({ ...envelope(issueTypes.length), issueTypes });
}

function readFields(request: RestRequest) {
  inSpace(request);
  const priority = {
    fieldId: 'priority',
    key: 'priority',
    name: 'Priority',
    required: false,
    allowedValues: PRIORITIES,
  };
  const summary = { fieldId: 'summary', key: 'summary', name: 'Summary', required: true };
  return ok({ ...envelope(2), fields: [summary, priority] });
}

/** What a space's form for new work items has. */
export const createRoutes: Route[] = [
  { method: 'GET', path: TYPES, scope: READ, handle: readTypes },
  { method: 'GET', path: `${TYPES}/{type}`, scope: READ, handle: readFields },
];
