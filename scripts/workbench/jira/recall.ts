import type { PastTicket } from '../desk';
import type { Accounts } from './model/accounts';
import type { JiraModel } from './model/jiraModel';
import { ISSUE_TYPES, PRIORITIES } from './model/site';
import type { NewWorkItem } from './model/workItems';

/** Puts a work item and its assignees so far in a model that nobody listens to; `past.at` is its idea of now. */
export function recall(model: JiraModel, people: Accounts, ticket: PastTicket, past: { at: number }): string {
  past.at = ticket.createdAt;
  const accountOf = (person: string | undefined): string | null =>
    person === undefined ? null : people.ofPerson(person).accountId;
  const reporter = people.people()[0]?.accountId ?? '';
  const { key } = model.create(newItem(ticket, reporter), { accountId: reporter, byApp: false });
  for (const move of ticket.moves) {
    past.at = move.at;
    const assignee = accountOf(move.person);
    reassign(model, key, assignee, assignee ?? reporter);
  }
  return key;
}

const newItem = ({ title, priority }: PastTicket, reporter: string): NewWorkItem => ({
  summary: title,
  description: null,
  type: ISSUE_TYPES[0]!.id,
  priority: PRIORITIES[priority - 1]!.id,
  assignee: null,
  reporter,
});

function reassign(model: JiraModel, key: string, assignee: string | null, by: string): void {
  const item = model.find(key);
  if (item) model.edit(item, { assignee }, { accountId: by, byApp: false });
}
