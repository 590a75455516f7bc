import type { Account } from '../model/accounts';
import { PROJECT } from '../model/site';
import { projectBean, userBean } from './beans';
import { ok, paged, RestError, sent, type RestRequest, type Route } from './restRequest';

const READ_USER = 'read:jira-user';
/** Together with reading users and avatars, which are asked for in one. */
const READ_GROUP = 'read:group:jira';

/** What only administrators may do; everything else every agent of the space may. */
const ADMIN_ONLY = ['ADMINISTER', 'SYSTEM_ADMIN', 'ADMINISTER_PROJECTS'];
const isAllowed = (account: Account, permission: string) => account.isAdmin || !ADMIN_ONLY.includes(permission);

function readUser({ model, query }: RestRequest) {
  const account = model.accounts.byAccountId(query.get('accountId'));
  if (!account) throw new RestError(404, 'Specified user does not exist or you do not have required permissions');
  return ok(userBean(account));
}

function searchUsers({ model, query }: RestRequest) {
  const asked = (query.get('query') ?? '').toLowerCase();
  return ok(
    model.accounts
      .people()
      .filter(({ displayName, email }) => `${displayName} ${email}`.toLowerCase().includes(asked))
      .map(userBean),
  );
}

function bulkUsers({ model, query }: RestRequest) {
  const asked = query.getAll('accountId');
  const values = model.accounts.all().filter(({ accountId }) => asked.includes(accountId));
  return ok({ startAt: 0, maxResults: 200, total: values.length, isLast: true, values: values.map(userBean) });
}

interface PermissionCheck {
  permissions: string[];
  issues?: (string | number)[];
  projects?: (string | number)[];
}

interface CheckBody {
  accountId: string;
  projectPermissions: PermissionCheck[];
  globalPermissions: string[];
}

/** Answers only the work items and spaces that exist and on which the permission is held. */
function checkPermissions({ model, body, account }: RestRequest) {
  const { accountId, projectPermissions: asked = [], globalPermissions: global = [] } = sent<CheckBody>({ body });
  const who = model.accounts.byAccountId(accountId) ?? account;
  const answerOne = (permission: string, { issues = [], projects = [] }: PermissionCheck) => ({
    permission,
    issues: issues.map(Number).filter(id => model.find(String(id))),
    projects: projects.map(Number).filter(id => String(id) === PROJECT.id),
  });
  const projectPermissions = asked.flatMap(check =>
    check.permissions.filter(permission => isAllowed(who, permission)).map(permission => answerOne(permission, check)),
  );
  const globalPermissions = global.filter(one => isAllowed(who, one));
  return ok({ projectPermissions, globalPermissions });
}

function myPermissions({ query, account }: RestRequest) {
  const asked = (query.get('permissions') ?? '').split(',').filter(Boolean);
  if (asked.length === 0) throw new RestError(400, "The 'permissions' query parameter is required.");
  const bean = (key: string) => ({ id: '0', key, name: key, type: 'PROJECT', havePermission: isAllowed(account, key) });
  return ok({ permissions: Object.fromEntries(asked.map(key => [key, bean(key)])) });
}

/** Groups are the teams of the cast, after those that a site has by itself. */
const groupsOf = ({ model, account }: RestRequest) => {
  if (!account.isAdmin) throw new RestError(403, 'You cannot browse users and groups.');
  return model.accounts.groups();
};

function bulkGroups(request: RestRequest) {
  const { page, total, ...where } = paged(groupsOf(request), request.query, 50);
  const values = page.map(({ groupId, name }) => ({ groupId, name }));
  return ok({ ...where, total, isLast: where.startAt + page.length >= total, values });
}

function groupMembers(request: RestRequest) {
  const { query } = request;
  const group = groupsOf(request).find(({ groupId }) => groupId === query.get('groupId'));
  if (!group) throw new RestError(404, 'The group was not found.');
  const all = group.members.filter(({ isActive }) => isActive || query.get('includeInactiveUsers') === 'true');
  const { page, total, ...where } = paged(all, query, 50);
  return ok({ ...where, total, isLast: where.startAt + page.length >= total, values: page.map(userBean) });
}

/** People, permissions and the space. */
export const userRoutes: Route[] = [
  { method: 'GET', path: '/rest/api/3/serverInfo', handle: ({ beans }) => ok({ baseUrl: beans.site }) },
  { method: 'GET', path: '/rest/api/3/myself', scope: READ_USER, handle: ({ account }) => ok(userBean(account)) },
  { method: 'GET', path: '/rest/api/3/user', scope: READ_USER, handle: readUser },
  { method: 'GET', path: '/rest/api/3/user/bulk', scope: READ_USER, handle: bulkUsers },
  { method: 'GET', path: '/rest/api/3/user/search', scope: READ_USER, handle: searchUsers },
  { method: 'GET', path: '/rest/api/3/user/assignable/search', scope: READ_USER, handle: searchUsers },
  { method: 'GET', path: '/rest/api/3/group/bulk', scope: READ_USER, handle: bulkGroups },
  { method: 'GET', path: '/rest/api/3/group/member', scope: READ_GROUP, handle: groupMembers },
  { method: 'GET', path: '/rest/api/3/project/{project}', scope: 'read:jira-work', handle: () => ok(projectBean) },
  { method: 'POST', path: '/rest/api/3/permissions/check', handle: checkPermissions },
  { method: 'GET', path: '/rest/api/3/mypermissions', scope: 'read:jira-work', handle: myPermissions },
];
