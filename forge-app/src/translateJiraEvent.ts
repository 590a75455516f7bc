import { personByNative, type Actor, type Directory, type TicketEvent } from '@baton/shared';
import { z } from 'zod';
import { changeSchema, commentSchema, type JiraAccount, type JiraComment, type JiraHistory } from './translateJira';

/** Sent with Baton's own writes, so that the event they cause names it. */
export const OWN_TRACE = 'baton';

/** A product event: a hint that names the work item, who acted, and what changed. */
export const jiraEventSchema = z.looseObject({
  eventType: z.string(),
  timestamp: z.union([z.string(), z.number()]).optional(),
  atlassianId: z.string().optional(),
  issue: z.looseObject({ id: z.string() }),
  /** Whether the app itself caused it, and what it sent along then. */
  selfGenerated: z.boolean().catch(false),
  webhookTraceValue: z.string().optional().catch(undefined),
  changelog: z
    .looseObject({ id: z.string().optional(), items: z.array(changeSchema) })
    .optional()
    .catch(undefined),
  comment: commentSchema.optional(),
});
/** A product event; see {@link jiraEventSchema}. */
export type JiraEvent = z.infer<typeof jiraEventSchema>;

/** Whoever the directory does not know keeps their native id; an automation or an app, its name. */
const stranger = ({ accountId, accountType, displayName = 'jira' }: JiraAccount): Actor =>
  accountType === 'app' ? { rule: displayName } : { native: accountId };

/** Who acted, in agreement ids where the directory knows them. */
export function translateActor(directory: Directory, account: JiraAccount | null | undefined): Actor {
  if (!account) return { rule: 'jira' };
  const person = personByNative(directory, 'jira', account.accountId);
  const party = person === undefined ? undefined : directory.people[person]?.party;
  return person === undefined || party === undefined ? stranger(account) : { person, party };
}

/** When an event happened: what Jira says, never later than it was learned. Epoch ms. */
export function happenedAt({ timestamp }: JiraEvent, learned: number): number {
  const said = Number(timestamp);
  return Number.isFinite(said) && said > 0 ? Math.min(said, learned) : learned;
}

/** The changelog entry an event carries, as the changelog itself has it; none where it has no id to be known by. */
export function historyIn(event: JiraEvent, learned: number): JiraHistory | undefined {
  const { changelog, atlassianId } = event;
  if (changelog?.id === undefined) return undefined;
  const created = new Date(happenedAt(event, learned)).toISOString();
  const author = atlassianId === undefined ? undefined : { accountId: atlassianId };
  return { id: changelog.id, created, author, items: changelog.items };
}

/** Whether Baton's own write caused an event (design §6). */
export const isOwn = ({ selfGenerated, webhookTraceValue }: JiraEvent): boolean =>
  selfGenerated || webhookTraceValue === OWN_TRACE;

/**
 * What a comment means: a reply to the customer, a reply of the customer, or work. An edit tells the same as the
 * comment it edits.
 */
export function translateComment(
  directory: Directory,
  issueId: string,
  comment: JiraComment,
  learned: number,
): TicketEvent[] {
  const said = {
    deliveryId: `jira:comment:${issueId}:${comment.id}`,
    at: comment.created === undefined ? learned : Math.min(Date.parse(comment.created), learned),
    learned,
    actor: translateActor(directory, comment.author),
    channel: 'jira',
    assurance: 'platform' as const,
  };
  const isPublic = comment.jsdPublic === true;
  if (said.actor.person === undefined) return isPublic ? [{ ...said, type: 'CustomerReplied' }] : [];
  return [{ ...said, type: isPublic ? 'PublicReplySent' : 'WorkNoted' }];
}
