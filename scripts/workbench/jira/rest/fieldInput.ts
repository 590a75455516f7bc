import type { JiraModel } from '../model/jiraModel';
import { isRichText } from '../model/richText';
import { PRIORITIES, type Named } from '../model/site';
import type { WorkItemFields } from '../model/workItems';
import { RestError } from './restRequest';

type Fields = Partial<Omit<WorkItemFields, 'status'>>;

/** An assignee as REST names it: null, an account id, or nobody as "-1". */
export function assigneeInput(model: JiraModel, accountId: unknown): string | null {
  if (accountId === null || accountId === undefined || accountId === '-1') return null;
  const account = model.accounts.byAccountId(String(accountId));
  if (account?.accountType === 'atlassian') return account.accountId;
  throw new RestError(400, `User '${String(accountId)}' cannot be assigned issues.`, 'assignee');
}

const readers: Record<string, (value: never, model: JiraModel) => Fields> = {
  summary: (value: unknown) => {
    if (typeof value === 'string' && value.trim() !== '' && !/[\r\n]/.test(value)) return { summary: value };
    throw new RestError(400, 'You must specify a summary of the issue.', 'summary');
  },
  description: (value: unknown) => {
    if (value === null || isRichText(value)) return { description: value };
    throw new RestError(400, 'Operation value must be an Atlassian Document', 'description');
  },
  priority: (value: Partial<Named> | null) => {
    const found = PRIORITIES.find(({ id, name }) => id === value?.id || name === value?.name);
    if (found) return { priority: found.id };
    throw new RestError(400, 'The priority selected is invalid.', 'priority');
  },
  assignee: (value: { accountId?: string; id?: string } | null, model) => ({
    assignee: assigneeInput(model, value?.accountId ?? value?.id ?? null),
  }),
};

/** Reads the `fields` of a create or edit request. */
export function fieldInput(model: JiraModel, fields: Record<string, unknown> = {}): Fields {
  return Object.entries(fields).reduce<Fields>((read, [name, value]) => {
    const reader = readers[name];
    const sentence = `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;
    if (!reader) throw new RestError(400, sentence, name);
    return { ...read, ...reader(value as never, model) };
  }, {});
}
