import {
  custodyAt,
  personByNative,
  placementOfAssignee,
  type Actor,
  type DeskStatus,
  type Directory,
  type State,
  type TicketEvent,
} from '@baton/shared';
import { z } from 'zod';
import { statusOf } from './translateJira';

const account = z.looseObject({ accountId: z.string() });

const change = z.looseObject({
  field: z.string(),
  fieldId: z.string().optional(),
  from: z.string().nullish(),
  fromString: z.string().nullish(),
  to: z.string().nullish(),
});
type Change = z.infer<typeof change>;

/** A product event: a hint that names the work item, who acted, and what changed. */
export const jiraEventSchema = z.looseObject({
  eventType: z.string(),
  timestamp: z.union([z.string(), z.number()]).optional(),
  atlassianId: z.string().optional(),
  issue: z.looseObject({ id: z.string() }),
  changelog: z.looseObject({ id: z.string().optional(), items: z.array(change) }).optional(),
  comment: z
    .looseObject({
      id: z.string(),
      author: account.optional(),
      created: z.string().optional(),
      jsdPublic: z.boolean().optional(),
    })
    .optional(),
});
/** A product event; see {@link jiraEventSchema}. */
export type JiraEvent = z.infer<typeof jiraEventSchema>;

/** Who acted, in agreement ids; somebody the directory does not know keeps their native id. */
export function translateActor(directory: Directory, accountId: string | undefined): Actor {
  if (accountId === undefined) return { rule: 'jira' };
  const person = personByNative(directory, 'jira', accountId);
  const party = person === undefined ? undefined : directory.people[person]?.party;
  if (person === undefined || party === undefined) return { native: accountId };
  return { person, party };
}

/** When an event happened: what Jira says, never later than it was learned. */
const happenedAt = ({ timestamp }: JiraEvent, learned: number): number => {
  const said = Number(timestamp);
  return Number.isFinite(said) && said > 0 ? Math.min(said, learned) : learned;
};

/** What names a delivery however often it comes: its comment, its changelog, else its instant. */
function nameOf({ comment, changelog, issue, timestamp }: JiraEvent, learned: number): string {
  if (comment) return `jira:comment:${issue.id}:${comment.id}`;
  return `jira:change:${issue.id}:${changelog?.id ?? timestamp ?? learned}`;
}

/** What every event of one delivery has in common. */
export function deliveryOf(directory: Directory, event: JiraEvent, learned: number) {
  return {
    deliveryId: nameOf(event, learned),
    at: happenedAt(event, learned),
    learned,
    actor: translateActor(directory, event.atlassianId ?? event.comment?.author?.accountId),
    channel: 'jira',
    assurance: 'platform' as const,
  };
}

/** What a comment means: a reply to the customer, a reply of the customer, or work. */
export function translateComment(directory: Directory, event: JiraEvent, learned: number): TicketEvent[] {
  const delivery = deliveryOf(directory, event, learned);
  if (delivery.actor.person === undefined) {
    return event.comment?.jsdPublic === true ? [{ ...delivery, type: 'CustomerReplied' }] : [];
  }
  return [{ ...delivery, type: event.comment?.jsdPublic === true ? 'PublicReplySent' : 'WorkNoted' }];
}

/** The word a change arrived at; `toString` is also what every object has, so only an own one is read. */
function wordAfter(item: Change): string {
  const own: unknown = Object.getOwnPropertyDescriptor(item, 'toString')?.value;
  return typeof own === 'string' ? own : '';
}

type Seen = { [T in TicketEvent as T['type']]: Omit<T, keyof ReturnType<typeof deliveryOf>> }[TicketEvent['type']];

function statusChange(before: DeskStatus, after: DeskStatus): Seen[] {
  if (after.is === 'resolved') return before.is === 'resolved' ? [] : [{ type: 'TicketResolved' }];
  const reopened: Seen[] = before.is === 'resolved' ? [{ type: 'TicketReopened' }] : [];
  if (after.is === 'waiting') return [...reopened, { type: 'WaitingStarted', whom: after.whom }];
  return before.is === 'waiting' ? [...reopened, { type: 'WaitingEnded' }] : reopened;
}

function assigneeChange(directory: Directory, state: State, item: Change, at: number): Seen[] {
  const before = state.status === 'unopened' ? undefined : custodyAt(state, at).to;
  const to = placementOfAssignee(directory, item.to ?? undefined, before);
  const from = placementOfAssignee(directory, item.from ?? undefined);
  return to ? [{ type: 'TicketMoved', to, ...(from ? { from } : {}) }] : [];
}

function seenIn(directory: Directory, state: State, item: Change, at: number): Seen[] {
  switch (item.fieldId ?? item.field) {
    case 'assignee':
      return assigneeChange(directory, state, item, at);
    case 'status':
      return statusChange(statusOf(directory, item.fromString ?? ''), statusOf(directory, wordAfter(item)));
    case 'priority':
    case 'issuetype':
      return [{ type: 'TicketReprioritised' }];
    default:
      return [];
  }
}

/**
 * What a change of a work item means, item by item of its changelog, at the instant and by the person Jira names.
 * `updated` and `assigned` bring the same changelog, so that the second means nothing more.
 */
export function translateChange(directory: Directory, state: State, event: JiraEvent, learned: number): TicketEvent[] {
  const delivery = deliveryOf(directory, event, learned);
  const seen = (event.changelog?.items ?? []).flatMap(item => seenIn(directory, state, item, delivery.at));
  return seen.map((saw, index) => ({
    ...delivery,
    deliveryId: index === 0 ? delivery.deliveryId : `${delivery.deliveryId}/${index}`,
    ...saw,
  })) as TicketEvent[];
}
