import { personByNative, type Directory } from '@baton/shared';
import type { JiraIssue } from './translateJira';

/** One line for the admin where a work item lies with somebody the agreement does not know: custody stays meanwhile. */
export function warnOfStrangers(directory: Directory, { key, fields: { assignee } }: JiraIssue): void {
  if (!assignee || personByNative(directory, 'jira', assignee.accountId) !== undefined) return;
  console.warn(
    `${key} is assigned to ${assignee.accountId}, whom the agreement does not know. Custody stays where it was. ` +
      'Add them to a team of the agreement, or assign it to somebody of a team.',
  );
}
