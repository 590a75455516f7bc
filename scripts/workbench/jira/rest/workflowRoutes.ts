import { SITE } from '../../forge/installation';
import { STATUSES, transitionIdTo, type Status } from '../model/site';
import { HeldUp } from '../workflow';
import { statusBean } from './beans';
import { fieldInput } from './fieldInput';
import { itemOf, noContent, ok, RestError, sent, type RestRequest, type Route } from './restRequest';

const READ = 'read:jira-work';
const ISSUE = '/rest/api/3/issue/{id}';

interface TransitionBody {
  transition: { id?: string | number };
  fields: Record<string, unknown>;
}

const transitions = () =>
  STATUSES.map(status => ({
    id: transitionIdTo(status),
    name: status.name,
    to: statusBean(status),
    hasScreen: false,
    isGlobal: true,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    isLooped: false,
  }));

async function doTransition(request: RestRequest) {
  const item = itemOf(request);
  const { transition, fields } = sent<TransitionBody>(request);
  const asked = String(transition?.id ?? '');
  const to = STATUSES.find(status => transitionIdTo(status) === asked);
  if (!to || to.id === item.status) {
    throw new RestError(400, 'It seems that you have tried to perform an illegal workflow operation.');
  }
  const input = fieldInput(request.model, fields);
  await request.workflow.validate(item, to).catch((cause: Error) => {
    throw cause instanceof HeldUp ? new RestError(400, cause.message) : cause;
  });
  request.model.edit(item, { ...input, status: to.id }, request.actor);
  return noContent;
}

function readStatus({ params }: RestRequest) {
  const found = STATUSES.find(({ id, name }) => id === params.id || name === params.id);
  if (!found) throw new RestError(404, 'The status was not found.');
  return ok(statusBean(found));
}

/** How the platform names a module of the app. */
const ruleOf = (app: string, module: string) => ({
  id: `${app}-${module}`,
  ruleKey: 'forge:expression-validator',
  parameters: {
    key: `ari:cloud:ecosystem::extension/${app}/${SITE.environmentId}/static/${module}`,
    config: '{}',
  },
});

/** Only administrators see all workflows; transitions come when they are asked for. */
function searchWorkflows({ account, query, workflow }: RestRequest) {
  if (!account.isAdmin) throw new RestError(403, 'Only Jira administrators can access this.');
  const rules = (status: Status) =>
    workflow.validated.has(status.name) ? workflow.modules.map(module => ruleOf(workflow.appId, module)) : [];
  const transitions = STATUSES.map(status => ({
    id: transitionIdTo(status),
    name: status.name,
    type: 'GLOBAL',
    toStatusReference: status.id,
    validators: rules(status),
  }));
  const expands = (query.get('expand') ?? '').split(',').includes('values.transitions');
  const only = { id: 'contoso-support', name: 'Contoso Support workflow', ...(expands ? { transitions } : {}) };
  return ok({ startAt: 0, maxResults: 50, total: 1, isLast: true, values: [only], statuses: [] });
}

/** What a work item can move to, the statuses, and the workflow with its rules. */
export const workflowRoutes: Route[] = [
  {
    method: 'GET',
    path: `${ISSUE}/transitions`,
    scope: READ,
    handle: request => {
      const { status } = itemOf(request);
      return ok({ expand: 'transitions', transitions: transitions().filter(({ to }) => to.id !== status) });
    },
  },
  { method: 'POST', path: `${ISSUE}/transitions`, scope: 'write:jira-work', handle: doTransition },
  { method: 'GET', path: '/rest/api/3/status/{id}', scope: READ, handle: readStatus },
  { method: 'GET', path: '/rest/api/3/workflows/search', scope: 'read:workflow:jira', handle: searchWorkflows },
];
