import {
  custodyAt,
  isMajorOn,
  placementOfAssignee,
  type DeskStatus,
  type Directory,
  type Placement,
  type State,
  type TicketEvent,
} from '@baton/shared';
import { statusOf, type JiraHistory } from './translateJira';

/** One field of a changelog entry. */
export type Change = JiraHistory['items'][number];

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

/** The fields Baton follows; a change of others is none of its business. */
const FOLLOWED = ['assignee', 'status', 'priority', 'issuetype'];
/** The fields that say what was promised. */
export const PROMISES = ['priority', 'issuetype'];

const fieldOf = ({ fieldId, field }: Change): string => fieldId ?? field;
/** Whether any of these changes is of one of these fields. */
export const concerns = (items: readonly Change[], fields: readonly string[]): boolean =>
  items.some(item => fields.includes(fieldOf(item)));

/** Custom fields have no name of their own on every site: the agreement may name one that Baton follows. */
const isCustom = (item: Change): boolean => fieldOf(item).startsWith('customfield_');

/**
 * Whether a change says what it changed, and nothing of it concerns Baton. Before the agreement is read, a custom field
 * may.
 */
export function isElsewhere(items: readonly Change[] = [], directory?: Directory): boolean {
  const mayConcern = (item: Change): boolean =>
    directory ? isMajorSign(directory, item) || isLink(directory, item) : isCustom(item) || item.field === LINK;
  return items.length > 0 && !concerns(items, FOLLOWED) && !items.some(mayConcern);
}

/** How Jira names a link in a changelog. */
const LINK = 'Link';

/** Whether a link came or went, where the agreement has links mean something. */
export const isLink = ({ linked = [] }: Directory, { field }: Change): boolean => field === LINK && linked.length > 0;

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

/** When, by whom and through what: what everything that one entry tells has in common. */
export type Circumstances = Pick<TicketEvent, 'deliveryId' | 'at' | 'learned' | 'actor' | 'channel' | 'assurance'>;
/** What a change means, without its circumstances. */
export type Seen = { [T in TicketEvent as T['type']]: Omit<T, keyof Circumstances> }[TicketEvent['type']];

function statusChange(before: DeskStatus, after: DeskStatus): Seen[] {
  if (after.is === 'resolved') return before.is === 'resolved' ? [] : [{ type: 'TicketResolved' }];
  const reopened: Seen[] = before.is === 'resolved' ? [{ type: 'TicketReopened' }] : [];
  if (after.is === 'waiting') return [...reopened, { type: 'WaitingStarted', whom: after.whom }];
  return before.is === 'waiting' ? [...reopened, { type: 'WaitingEnded' }] : reopened;
}

const hasAccount = ({ people }: Directory, person: string | undefined): boolean =>
  person !== undefined && people[person]?.jira !== undefined;

/** Custody went on to a team and names nobody with an account, and the field is emptied of whoever had it until then. */
function isFollowing({ directory, state }: Look, account: string | undefined, at: number): boolean {
  if (state.status === 'unopened' || hasAccount(directory, custodyAt(state, at).to.person)) return false;
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

/** What a change of one field means, at that instant (epoch ms). */
export function seenIn(look: Look, item: Change, at: number): Seen[] {
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
