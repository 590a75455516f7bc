import {
  custodyAt,
  hasForgotten,
  isMajorOn,
  placementOfAssignee,
  type Assurance,
  type DeskStatus,
  type Directory,
  type Placement,
  type State,
  type TicketEvent,
} from '@baton/shared';
import { statusOf, translateIssue, type JiraHistory, type JiraIssue } from './translateJira';
import { translateActor } from './translateJiraEvent';
import { withMerge, withParent } from './translateMerge';

type Change = JiraHistory['items'][number];

/** What one look at a work item goes by. */
export interface Look {
  readonly directory: Directory;
  readonly state: State;
  /** When Baton learned of it, epoch ms. */
  readonly learned: number;
  /** Where no ledger is open yet, what happened before this instant (epoch ms) is history. */
  readonly since: number;
  /** The changelog entry that Baton's own write made, where an event says so. */
  readonly own?: string;
}

/** Where a state has forgotten old deliveries, entries this much older (ms) than the last known move are let alone. */
const LOOKED_BACK = 2 * 3_600_000;

/** The fields Baton follows; a change of others is none of its business. */
const FOLLOWED = ['assignee', 'status', 'priority', 'issuetype'];
const PROMISES = ['priority', 'issuetype'];

const fieldOf = ({ fieldId, field }: Change): string => fieldId ?? field;
const concerns = (items: readonly Change[], fields: readonly string[]): boolean =>
  items.some(item => fields.includes(fieldOf(item)));

/** Custom fields have no name of their own on every site: the agreement may name one that Baton follows. */
const isCustom = (item: Change): boolean => fieldOf(item).startsWith('customfield_');

/**
 * Whether a change says what it changed, and nothing of it concerns Baton. Before the agreement is read, a custom field
 * may.
 */
export function isElsewhere(items: readonly Change[] = [], directory?: Directory): boolean {
  const mayConcern = (item: Change): boolean => (directory ? isMajorSign(directory, item) : isCustom(item));
  return items.length > 0 && !concerns(items, FOLLOWED) && !items.some(mayConcern);
}

const namesOf = ({ field, fieldId = field }: Change): readonly string[] => [field, fieldId];

/** Whether the agreement says that this field tells of major incidents. */
const isMajorSign = ({ majors }: Directory, item: Change): boolean =>
  (majors?.jira ?? []).some(({ field }) => namesOf(item).includes(field));

/** Jira's own word for a major incident was set or taken away. */
function majorChange({ directory }: Look, item: Change): Seen[] {
  if (!isMajorSign(directory, item)) return [];
  const saidBy = (word: string) =>
    isMajorOn(directory, 'jira', field => (namesOf(item).includes(field) && word !== '' ? word : undefined));
  const [before, after] = [saidBy(item.fromString ?? ''), saidBy(wordAfter(item))];
  if (before === after) return [];
  return [{ type: after ? 'MajorFlagged' : 'MajorUnflagged' }];
}

/** The word a change arrived at; `toString` is also what every object has, so only an own one is read. */
function wordAfter(item: Change): string {
  const own: unknown = Object.getOwnPropertyDescriptor(item, 'toString')?.value;
  return typeof own === 'string' ? own : '';
}

type Circumstances = Pick<TicketEvent, 'deliveryId' | 'at' | 'learned' | 'actor' | 'channel' | 'assurance'>;
type Seen = { [T in TicketEvent as T['type']]: Omit<T, keyof Circumstances> }[TicketEvent['type']];

function statusChange(before: DeskStatus, after: DeskStatus): Seen[] {
  if (after.is === 'resolved') return before.is === 'resolved' ? [] : [{ type: 'TicketResolved' }];
  const reopened: Seen[] = before.is === 'resolved' ? [{ type: 'TicketReopened' }] : [];
  if (after.is === 'waiting') return [...reopened, { type: 'WaitingStarted', whom: after.whom }];
  return before.is === 'waiting' ? [...reopened, { type: 'WaitingEnded' }] : reopened;
}

/** Custody went on to a team and names nobody, and the field is emptied of whoever had it until then. */
function isFollowing({ directory, state }: Look, account: string | undefined, at: number): boolean {
  if (state.status === 'unopened' || custodyAt(state, at).to.person !== undefined) return false;
  const previous = state.custody.filter(entry => entry.at <= at).at(-2)?.to.person;
  return previous !== undefined && directory.people[previous]?.jira === account;
}

/** Where it lay before an assignment: with whoever had it, else where custody is. */
function before(look: Look, account: string | undefined, at: number): Placement | undefined {
  const { directory, state } = look;
  const custody = state.status === 'unopened' ? undefined : custodyAt(state, at).to;
  if (isFollowing(look, account, at)) return custody;
  return account === undefined ? custody : (placementOfAssignee(directory, account, custody) ?? custody);
}

/** Unassigning keeps party and team of whoever had it, wherever custody is (rules §2). */
function assigneeChange(look: Look, item: Change, at: number): Seen[] {
  const [from, to] = [item.from ?? undefined, item.to ?? undefined];
  const placed = placementOfAssignee(look.directory, to, before(look, from, at));
  const left = placementOfAssignee(look.directory, from);
  return placed ? [{ type: 'TicketMoved', to: placed, ...(left ? { from: left } : {}) }] : [];
}

function seenIn(look: Look, item: Change, at: number): Seen[] {
  switch (fieldOf(item)) {
    case 'assignee':
      return assigneeChange(look, item, at);
    case 'status':
      return statusChange(statusOf(look.directory, item.fromString ?? ''), statusOf(look.directory, wordAfter(item)));
    case 'priority':
    case 'issuetype':
      return [{ type: 'TicketReprioritised' }];
    default:
      return majorChange(look, item);
  }
}

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
