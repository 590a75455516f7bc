import { hasForgotten, type Assurance, type State, type TicketEvent } from '@baton/shared';
import { concerns, PROMISES, seenIn, type Circumstances, type Look } from './translateChange';
import { translateIssue, type JiraHistory, type JiraIssue } from './translateJira';
import { translateActor } from './translateJiraEvent';
import { withMerge, withParent } from './translateMerge';

/** Where a state has forgotten old deliveries, entries this much older (ms) than the last known move are let alone. */
const LOOKED_BACK = 2 * 3_600_000;

/** Names what came of one changelog entry, however often and however it is told. */
export const deliveryOfHistory = (issueId: string, historyId: string): string => `jira:change:${issueId}:${historyId}`;

/** What one entry of the changelog means, at the instant and by the person it names. */
export function translateHistory(look: Look, issueId: string, history: JiraHistory): TicketEvent[] {
  const { directory, learned, own } = look;
  const at = Math.min(Date.parse(history.created), learned);
  const deliveryId = deliveryOfHistory(issueId, history.id);
  const isPast = look.state.status === 'unopened' && at < look.since;
  const circumstances: Circumstances = {
    ...{ deliveryId, at, learned, channel: 'jira', assurance: isPast ? 'history' : 'platform' },
    actor: history.id === own ? { rule: 'baton' } : translateActor(directory, history.author),
  };
  const seen = history.items.flatMap(item => seenIn(look, item, at));
  return seen.map((saw, index) => ({
    ...circumstances,
    ...(index === 0 ? {} : { deliveryId: `${deliveryId}/${index}` }),
    ...saw,
  })) as TicketEvent[];
}

/** Whether the ledger already has what came of an entry. */
export function isKnown(state: State, issueId: string, historyId: string): boolean {
  const name = deliveryOfHistory(issueId, historyId);
  return state.status !== 'unopened' && state.causes.some(cause => cause === name || cause.startsWith(`${name}/`));
}

/** Epoch ms before which entries are let alone: none, unless the state may have forgotten that it knew them. */
const lookedBackTo = (state: State): number =>
  state.status !== 'unopened' && hasForgotten(state) ? state.nativeAt - LOOKED_BACK : -Infinity;

/** Promises are looked up as they are now, so that of all changes of priority or type the newest explains them. */
function withoutOvertaken(histories: readonly JiraHistory[]): JiraHistory[] {
  const newest = histories.filter(({ items }) => concerns(items, PROMISES)).at(-1);
  return histories.map(history =>
    history === newest ? history : { ...history, items: history.items.filter(item => !concerns([item], PROMISES)) },
  );
}

const historiesOf = ({ changelog }: JiraIssue, told: JiraHistory | undefined): JiraHistory[] => {
  const shown = changelog?.histories ?? [];
  const isMissing = told !== undefined && !shown.some(({ id }) => id === told.id);
  return [...(isMissing ? [told] : []), ...shown].sort((a, b) => Date.parse(a.created) - Date.parse(b.created));
};

/** A ledger begins with where the work item lay when it was created, by whoever created it (rules §1.5). */
function opening({ directory, learned, since }: Look, issue: JiraIssue, moves: readonly TicketEvent[]): TicketEvent {
  const ticket = translateIssue(directory, issue);
  const first = moves.find(move => move.type === 'TicketMoved');
  const assurance: Assurance = ticket.createdAt < since ? 'history' : 'platform';
  return {
    ...{ type: 'TicketOpened', deliveryId: `jira:opened:${issue.id}`, channel: 'jira', assurance, learned },
    at: Math.min(ticket.createdAt, learned),
    actor: translateActor(directory, issue.fields.creator),
    to: first ? (first.from ?? { ...directory.intake }) : ticket.placement,
  };
}

/**
 * What a work item's changelog tells that the ledger does not know yet, oldest first (design §6). The event that made
 * Baton look is a hint only; `told` is the entry it carried, in case Jira does not show that one yet.
 */
export function changesOf(look: Look, issue: JiraIssue, told?: JiraHistory): TicketEvent[] {
  const from = lookedBackTo(look.state);
  const changes = withoutOvertaken(historiesOf(issue, told))
    .filter(({ id }) => !isKnown(look.state, issue.id, id))
    .flatMap(history => translateHistory(look, issue.id, history))
    .filter(({ at }) => at >= from);
  return look.state.status === 'unopened'
    ? [opening(look, issue, changes), ...changes]
    : withParent(look, issue, withMerge(look, issue, changes));
}
