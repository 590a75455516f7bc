import type { PastTicket } from '../desk';
import type { Accounts } from './model/accounts';
import type { JiraModel } from './model/jiraModel';
import { ISSUE_TYPES, PRIORITIES } from './model/site';

/** Puts a work item and its assignees so far in a model that nobody listens to; `past.at` is its idea of now. */
export function recall(model: JiraModel, people: Accounts, ticket: PastTicket, past: { at: number }): string {
  past.at = ticket.createdAt;
  const accountOf = (person: string | undefined): string | null =>
    person === undefined ? null : people.ofPerson(person).accountId;
  const first = ticket.moves.find(move => move.person !== undefined)?.person;
  const reporter = accountOf(first) ?? people.people()[0]?.accountId ?? '';
  const item = model.create(
    {
      summary: ticket.title,
      description: null,
      type: ISSUE_TYPES[0]!.id,
      priority: PRIORITIES[ticket.priority - 1]!.id,
      assignee: null,
      reporter,
    },
    { accountId: reporter, byApp: false },
  );
  for (const move of ticket.moves) {
    past.at = move.at;
    const assignee = accountOf(move.person);
    const now = model.find(item.id);
    if (now) model.edit(now, { assignee }, { accountId: assignee ?? reporter, byApp: false });
  }
  return item.key;
}
