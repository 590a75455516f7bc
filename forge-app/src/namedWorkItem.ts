import { DeskError, type Directory, type NamedTicket } from '@baton/shared';
import { agreedFacts } from './agreedFacts';
import { readIssueAsUser } from './jiraDesk';
import { translateIssue } from './translateJira';

const KEY = /^(?:[A-Z][A-Z0-9_]*-)?[1-9][0-9]*$/;

/** Jira answers alike where there is none and where it must not be seen. */
const isUnseen = (error: unknown): boolean =>
  error instanceof DeskError && (error.code === 'not-found' || error.code === 'not-allowed');

/** A work item by its key, as whoever asks may see it; what the agreement's own fields say of it only then. @throws DeskError */
export async function readNamed(name: string, directory: Directory): Promise<NamedTicket | undefined> {
  const key = name.toUpperCase();
  if (!KEY.test(key)) return undefined;
  const issue = await readIssueAsUser(key).catch((error: unknown) => {
    if (isUnseen(error)) return undefined;
    throw error;
  });
  if (!issue) return undefined;
  const agreed = await agreedFacts(directory, issue.id);
  return { label: issue.key, facts: { ...translateIssue(directory, issue).facts, ...agreed } };
}
