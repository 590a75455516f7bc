import type { Directory, State, TicketEvent } from '@baton/shared';
import { mergedInto, type JiraIssue } from './translateJira';

interface Seen {
  readonly directory: Directory;
  readonly state: State;
  /** Epoch ms. */
  readonly learned: number;
}

/** Jira says whose child it is; told once. */
export function withParent({ state, learned }: Seen, issue: JiraIssue, changes: TicketEvent[]): TicketEvent[] {
  const parent = issue.fields.parent?.id;
  if (parent === undefined || state.status === 'unopened' || state.parent === parent) return changes;
  const seen = { at: learned, learned, actor: { rule: 'jira' }, channel: 'jira', assurance: 'platform' as const };
  return [{ ...seen, type: 'ParentSeen', deliveryId: `jira:parent:${issue.id}:${parent}`, parent }, ...changes];
}

/** Resolved as a duplicate it goes on in the other one: told instead of the resolving, or after it. */
export function withMerge(
  { directory, state, learned }: Seen,
  issue: JiraIssue,
  changes: TicketEvent[],
): TicketEvent[] {
  const into = mergedInto(directory, issue);
  const isKnown = state.status === 'gone' && state.how === 'merged';
  if (into === undefined || state.status === 'unopened' || isKnown) return changes;
  const last = changes.map(({ type }) => type).lastIndexOf('TicketResolved');
  if (last >= 0) {
    return changes.map((change, index) =>
      index === last ? { ...change, type: 'TicketMerged', into } : change,
    ) as TicketEvent[];
  }
  const seen = { at: learned, learned, actor: { rule: 'jira' }, channel: 'jira', assurance: 'platform' as const };
  return [...changes, { ...seen, type: 'TicketMerged', deliveryId: `jira:merged:${issue.id}:${into}`, into }];
}
