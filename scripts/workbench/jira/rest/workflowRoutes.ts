import { SITE } from '../../forge/installation';
import { STATUSES, transitionIdTo, type Status } from '../model/site';
import { ok, RestError, type RestRequest, type Route } from './restRequest';

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

/** Workflows and the rules on them. */
export const workflowRoutes: Route[] = [
  { method: 'GET', path: '/rest/api/3/workflows/search', scope: 'read:workflow:jira', handle: searchWorkflows },
];
