import type { PlatformEvent } from '../forge/eventTriggers';
import type { Happening } from './model/jiraModel';
import type { ChangeItem } from './model/workItems';
import type { Beans } from './rest/beans';
import { known, STATUSES } from './model/site';
import { statusBean } from './rest/beans';

/** The subset of a work item's fields that events carry. */
const EVENT_FIELDS = [
  'summary',
  'issuetype',
  'project',
  'status',
  'assignee',
  'reporter',
  'creator',
  'created',
  'updated',
];

const changed = (items: ChangeItem[], field: string) => items.find(({ fieldId }) => fieldId === field);

/** Jira's own name for what kind of update it was. */
function updateName(items: ChangeItem[]): string {
  if (changed(items, 'status')) return 'issue_generic';
  return changed(items, 'assignee') ? 'issue_assigned' : 'issue_updated';
}

const users = (ids: (string | null | undefined)[]) => ({
  associatedUsers: [...new Set(ids)].filter(Boolean).map(accountId => ({ accountId })),
});

const statuses = (change: ChangeItem | undefined) =>
  change ? { associatedStatuses: [change.to, change.from].map(one => statusBean(known(STATUSES, one!))) } : {};

/** What every event about a work item says. */
const baseOf = ({ item, actor, at }: Happening, beans: Beans) => ({
  timestamp: String(at),
  selfGenerated: actor.byApp,
  atlassianId: actor.accountId,
  issue: { id: item.id, key: item.key, fields: (beans.issue(item, EVENT_FIELDS) as { fields: object }).fields },
  ...(actor.trace ? { webhookTraceValue: actor.trace } : {}),
});

/** An assignment is told twice: as an update and as what it is. */
function updateEvents(happening: Happening & { kind: 'updated' }, beans: Beans): PlatformEvent[] {
  const { id, items } = happening.history;
  const assignee = changed(items, 'assignee');
  const base = {
    ...baseOf(happening, beans),
    ...users([happening.actor.accountId, assignee?.from, assignee?.to]),
  };
  const updated = {
    ...base,
    eventType: 'avi:jira:updated:issue',
    jiraEventTypeName: updateName(items),
    changelog: { id, items },
    ...statuses(changed(items, 'status')),
  };
  if (!assignee) return [updated];
  return [updated, { ...base, eventType: 'avi:jira:assigned:issue', changelog: { id, items: [assignee] } }];
}

/** Turns what happened into the events the platform sends for it, in the order it sends them. */
export function productEvents(happening: Happening, beans: Beans): PlatformEvent[] {
  const base = { ...baseOf(happening, beans), ...users([happening.actor.accountId]) };
  switch (happening.kind) {
    case 'created':
      return [{ ...base, eventType: 'avi:jira:created:issue' }];
    case 'commented':
      return [{ ...base, eventType: 'avi:jira:commented:issue', comment: beans.comment(happening.comment) }];
    case 'worklog':
      return [
        { ...base, eventType: 'avi:jira:created:worklog', worklog: beans.worklog(happening.item, happening.worklog) },
      ];
    case 'updated':
      return updateEvents(happening, beans);
  }
}
