import { custodian, observe, type Directory, type State, type TicketEvent } from '@baton/shared';
import { translateIssue, type JiraIssue } from './translateJira';

/**
 * What a work item shows that no event told: it happened since the assignee was last seen, by nobody knows whom.
 * `now` is the instant of looking, epoch ms.
 */
export function lookedAt(state: State, directory: Directory, issue: JiraIssue, now: number): readonly TicketEvent[] {
  const before = state.status === 'unopened' ? undefined : custodian(state);
  return observe(state, translateIssue(directory, issue, before), {
    ...{ deliveryId: `jira:looked:${issue.id}:${now}`, at: now, learned: now, actor: {} },
    ...{ channel: 'reconciliation', assurance: 'platform' },
    ...(state.status === 'unopened' ? {} : { notBefore: Math.min(now, state.nativeAt) }),
  });
}
