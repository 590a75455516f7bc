import type { Account } from '../model/accounts';
import type { JiraModel } from '../model/jiraModel';
import type { Comment, HistoryEntry, Worklog } from '../model/records';
import { ISSUE_TYPES, known, PRIORITIES, PROJECT, RESOLUTION, STATUSES, type Named, type Status } from '../model/site';
import type { WorkItem } from '../model/workItems';

/** Jira's way to write an instant. */
export const jiraTime = (at: number) => new Date(at).toISOString().replace('Z', '+0000');

const avatars = { '16x16': '', '24x24': '', '32x32': '', '48x48': '' };

export const statusBean = ({ id, name, category }: Status) => ({ id, name, statusCategory: category });
export const projectBean = { ...PROJECT, simplified: false, avatarUrls: avatars };
const priorityBean = ({ id, name }: Named) => ({ id, name });
const issueTypeBean = ({ id, name }: Named) => ({ id, name, subtask: false, hierarchyLevel: 0 });

export const userBean = ({ accountId, accountType, displayName, timeZone, email, isActive }: Account) => ({
  accountId,
  accountType,
  displayName,
  active: isActive,
  timeZone,
  locale: 'en_GB',
  avatarUrls: avatars,
  ...(email ? { emailAddress: email } : {}),
});

/** Turns the model into the JSON the REST API and the events speak. */
export interface Beans {
  /** Where the site is. */
  site: string;
  user(accountId: string | null): object | null;
  fields(item: WorkItem): Record<string, unknown>;
  issue(item: WorkItem, fields: string[] | undefined): Record<string, unknown>;
  history(entry: HistoryEntry): Record<string, unknown>;
  comment(comment: Comment, withProperties?: boolean): Record<string, unknown>;
  worklog(item: WorkItem, worklog: Worklog): Record<string, unknown>;
}

const INTERNAL_PROPERTY = 'sd.public.comment';

export function beans({ accounts, records }: Pick<JiraModel, 'accounts' | 'records'>, site: string): Beans {
  const user: Beans['user'] = accountId => {
    const account = accounts.byAccountId(accountId);
    return account ? userBean(account) : null;
  };

  const comment: Beans['comment'] = (one, withProperties = false) => ({
    id: one.id,
    author: user(one.author),
    updateAuthor: user(one.author),
    body: one.body,
    created: jiraTime(one.created),
    updated: jiraTime(one.updated),
    jsdPublic: !one.internal,
    ...(withProperties ? { properties: [{ key: INTERNAL_PROPERTY, value: { internal: one.internal } }] } : {}),
  });
  const worklogOf = (item: WorkItem) => (worklog: Worklog) => ({
    id: worklog.id,
    issueId: item.id,
    author: user(worklog.author),
    updateAuthor: user(worklog.author),
    comment: worklog.comment,
    created: jiraTime(worklog.created),
    updated: jiraTime(worklog.created),
    started: jiraTime(worklog.started),
    timeSpent: `${Math.round(worklog.seconds / 60)}m`,
    timeSpentSeconds: worklog.seconds,
  });
  const parentOf = (item: WorkItem) => {
    const parent = records.links(item.id).find(({ type }) => type === 'Parent');
    return parent ? { parent: { id: parent.outward } } : {};
  };
  const envelope = ({ length }: unknown[]) => ({ startAt: 0, maxResults: length, total: length });

  const fields: Beans['fields'] = item => ({
    summary: item.summary,
    description: item.description,
    issuetype: issueTypeBean(known(ISSUE_TYPES, item.type)),
    project: projectBean,
    status: statusBean(known(STATUSES, item.status)),
    priority: priorityBean(known(PRIORITIES, item.priority)),
    assignee: user(item.assignee),
    reporter: user(item.reporter),
    creator: user(item.creator),
    resolution: item.resolution ? priorityBean(RESOLUTION) : null,
    resolutiondate: item.resolved === null ? null : jiraTime(item.resolved),
    created: jiraTime(item.created),
    updated: jiraTime(item.updated),
    labels: [],
    attachment: [],
    ...parentOf(item),
    issuelinks: [
      ...records.links(item.id).map(({ type, outward }) => ({ type: { name: type }, outwardIssue: { id: outward } })),
      ...records.linksTo(item.id).map(({ type, inward }) => ({ type: { name: type }, inwardIssue: { id: inward } })),
    ],
    comment: { ...envelope(records.comments(item.id)), comments: records.comments(item.id).map(one => comment(one)) },
    worklog: { ...envelope(records.worklogs(item.id)), worklogs: records.worklogs(item.id).map(worklogOf(item)) },
  });
  const asked = (all: Record<string, unknown>, names: string[] | undefined) =>
    !names || names.some(name => name === '*all' || name === '*navigable')
      ? all
      : Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));

  return {
    site,
    user,
    fields,
    issue: (item, names) => ({
      id: item.id,
      key: item.key,
      self: `${site}/rest/api/3/issue/${item.id}`,
      fields: asked(fields(item), names),
    }),
    history: ({ id, author, created, items }) => ({ id, author: user(author), created: jiraTime(created), items }),
    comment,
    worklog: (item, worklog) => worklogOf(item)(worklog),
  };
}

/** True when the properties sent with a comment keep it from the customer. */
export const isInternal = (properties: { key: string; value?: { internal?: boolean } }[] | undefined) =>
  (properties ?? []).some(({ key, value }) => key === INTERNAL_PROPERTY && value?.internal === true);
