import type { Account } from '../model/accounts';
import type { JiraModel } from '../model/jiraModel';
import type { Comment, HistoryEntry } from '../model/records';
import { plainText } from '../model/richText';
import { ISSUE_TYPES, known, PRIORITIES, STATUSES, type Status } from '../model/site';
import type { ChangeItem, WorkItem } from '../model/workItems';
import { resolutionSla } from '../rest/serviceDeskRoutes';

/** Everything the page of a work item says, in words; times are the reader's own. */
export interface PageView {
  item: WorkItem;
  type: string;
  status: Status;
  description: string;
  transitions: Status[];
  priorities: { id: string; name: string; chosen: boolean }[];
  assignees: { id: string; name: string; chosen: boolean }[];
  reporter: string;
  created: string;
  sla: { text: string; breached: boolean };
  comments: { author: string; at: string; text: string; internal: boolean }[];
  history: { author: string; at: string; changes: string[] }[];
}

const FIELD_NAMES: Record<string, string> = {
  assignee: 'Assignee',
  status: 'Status',
  priority: 'Priority',
  resolution: 'Resolution',
  summary: 'Summary',
  description: 'Description',
};

const changeText = ({ fieldId, fromString, toString: to }: ChangeItem) =>
  `${FIELD_NAMES[fieldId] ?? fieldId}: ${fromString ?? 'None'} → ${to ?? 'None'}`;

/** A day and minute as people in that zone read it. */
const timeIn = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  return (at: number) => format.format(at);
};

export function pageView(model: JiraModel, item: WorkItem, reader: { account: Account; now: number }): PageView {
  const time = timeIn(reader.account.timeZone);
  const nameOf = (accountId: string) => model.accounts.byAccountId(accountId)?.displayName ?? accountId;
  const sla = resolutionSla(item, reader.now);
  const { breached, remainingTime, breachTime } = 'ongoingCycle' in sla ? sla.ongoingCycle : sla.completedCycles[0]!;
  const commentView = ({ author, body, internal, created }: Comment) => ({
    author: nameOf(author),
    at: time(created),
    text: plainText(body),
    internal,
  });
  const historyView = ({ author, created, items }: HistoryEntry) => ({
    author: nameOf(author),
    at: time(created),
    changes: items.map(changeText),
  });
  return {
    item,
    type: known(ISSUE_TYPES, item.type).name.replace('[System] ', ''),
    status: known(STATUSES, item.status),
    description: plainText(item.description),
    transitions: STATUSES.filter(({ id }) => id !== item.status),
    priorities: PRIORITIES.map(one => ({ ...one, chosen: one.id === item.priority })),
    assignees: model.accounts.people().map(({ accountId, displayName }) => ({
      id: model.accounts.personOf(accountId)!.id,
      name: displayName,
      chosen: accountId === item.assignee,
    })),
    reporter: nameOf(item.reporter),
    created: time(item.created),
    sla: { text: `${remainingTime.friendly} · due ${time(breachTime.epochMillis)}`, breached },
    comments: model.records.comments(item.id).map(commentView),
    history: model.records.history(item.id).reverse().map(historyView),
  };
}
