import {
  isResolvedStatus,
  placementOfAssignee,
  priorityOf,
  waitedFor,
  workTypeOf,
  type DeskStatus,
  type DeskTicket,
  type Directory,
  type PastPlacement,
  type Placement,
  type TicketFacts,
  type TicketLabel,
} from '@baton/shared';
import { z } from 'zod';

/** Whoever Jira names. */
export const accountSchema = z.looseObject({
  accountId: z.string(),
  /** `app` for automations and scripts of apps, which have a name of their own. */
  accountType: z.string().optional().catch(undefined),
  displayName: z.string().min(1).max(120).optional().catch(undefined),
});
/** Who did something on Jira, as far as it tells. */
export type JiraAccount = z.infer<typeof accountSchema>;
const named = z.looseObject({ name: z.string() });

/** One field of a changelog entry. `toString` is also what every object has: see {@link wordAfter}. */
export const changeSchema = z.looseObject({
  field: z.string(),
  fieldId: z.string().optional(),
  from: z.string().nullish(),
  fromString: z.string().nullish(),
  to: z.string().nullish(),
});

/** One entry of a changelog: what somebody changed in one go. */
export const historySchema = z.looseObject({
  id: z.string(),
  created: z.string(),
  author: accountSchema.nullish().catch(undefined),
  items: z.array(changeSchema),
});
/** An entry of a changelog; see {@link historySchema}. */
export type JiraHistory = z.infer<typeof historySchema>;

/** A comment as the REST API and product events carry it. */
export const commentSchema = z.looseObject({
  id: z.string(),
  author: accountSchema.optional(),
  created: z.string().optional(),
  jsdPublic: z.boolean().optional(),
});
/** A comment; see {@link commentSchema}. */
export type JiraComment = z.infer<typeof commentSchema>;

const other = z.looseObject({ id: z.string() }).optional();
const linkSchema = z.looseObject({ type: named, outwardIssue: other, inwardIssue: other });

/** The part of a work item that Baton reads; everything else is let through unread. */
export const issueSchema = z.looseObject({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    summary: z.string().catch(''),
    created: z.string(),
    issuetype: named.catch({ name: '*' }),
    priority: named.nullish().catch(undefined),
    status: named,
    assignee: accountSchema.nullish(),
    creator: accountSchema.nullish().catch(undefined),
    comment: z.looseObject({ comments: z.array(commentSchema) }).optional(),
    issuelinks: z.array(linkSchema).optional().catch(undefined),
    parent: z.looseObject({ id: z.string() }).nullish().catch(undefined),
  }),
  /** Newest first, the last hundred, where it was asked for. */
  changelog: z.looseObject({ histories: z.array(historySchema) }).optional(),
});
/** A work item as Jira's REST API returns it. */
export type JiraIssue = z.infer<typeof issueSchema>;

/** What a status of Jira means to Baton. */
export const statusOf = (directory: Directory, name: string): DeskStatus => {
  if (isResolvedStatus(directory, 'jira', name)) return { is: 'resolved' };
  const whom = waitedFor(directory, 'jira', name);
  return whom === undefined ? { is: 'open' } : { is: 'waiting', whom };
};

const factsOf = (directory: Directory, { fields }: JiraIssue): TicketFacts => ({
  workType: workTypeOf(directory, 'jira', fields.issuetype.name) ?? 'incident',
  priority: priorityOf(directory, 'jira', fields.priority?.name ?? '*') ?? 3,
  title: fields.summary,
});

/** A work item in agreement ids. `before` is where it lay so far: unassigning keeps party and team (rules §2). */
export function translateIssue(directory: Directory, issue: JiraIssue, before?: Placement): DeskTicket {
  const { fields } = issue;
  const assignee = fields.assignee?.accountId;
  return {
    id: issue.id,
    title: fields.summary,
    createdAt: Date.parse(fields.created),
    facts: factsOf(directory, issue),
    placement: placementOfAssignee(directory, assignee, before) ?? before ?? { ...directory.intake },
    status: statusOf(directory, fields.status.name),
  };
}

/**
 * The work item that a resolved one duplicates, by id: Jira tells no merge of its own, and this is what is left of one.
 */
export function mergedInto(directory: Directory, { fields }: JiraIssue): string | undefined {
  if (statusOf(directory, fields.status.name).is !== 'resolved') return undefined;
  const names = directory.merged?.jira ?? [];
  return fields.issuelinks?.find(({ type, outwardIssue }) => outwardIssue && names.includes(type.name))?.outwardIssue
    ?.id;
}

/** The work items, by id, that the agreement has go with it in a major incident, or it with them: either end of a link. */
export function linkedTo({ linked = [] }: Directory, { fields }: Pick<JiraIssue, 'fields'>): readonly string[] {
  const links = fields.issuelinks?.filter(({ type }) => linked.includes(type.name)) ?? [];
  return links.flatMap(({ outwardIssue, inwardIssue }) => outwardIssue?.id ?? inwardIssue?.id ?? []);
}

const summariesSchema = z.looseObject({
  issues: z.array(z.looseObject({ id: z.string(), key: z.string(), fields: z.looseObject({ summary: z.string() }) })),
});

/** Keys and summaries of several work items, by id. */
export const translateSummaries = (answer: unknown): Readonly<Record<string, TicketLabel>> =>
  Object.fromEntries(
    summariesSchema.parse(answer).issues.map(({ id, key, fields }) => [id, { label: key, title: fields.summary }]),
  );

const pageSchema = z.looseObject({ values: z.array(historySchema) });

const assignments = (changelog: unknown) =>
  pageSchema
    .parse(changelog)
    .values.flatMap(({ created, items }) =>
      items.filter(item => item.field === 'assignee').map(item => ({ at: Date.parse(created), ...item })),
    )
    .sort((a, b) => a.at - b.at);

/** Where a work item lay so far, from its changelog: who was assigned, oldest first, the first from its creation. */
export function translatePast(directory: Directory, ticket: DeskTicket, changelog: unknown): readonly PastPlacement[] {
  const changes = assignments(changelog);
  const [first] = changes;
  const place = (account: string | null | undefined, before?: Placement) =>
    placementOfAssignee(directory, account ?? undefined, before);
  const start = first ? place(first.from) : ticket.placement;
  const past: PastPlacement[] = [{ at: ticket.createdAt, to: start ?? { ...directory.intake } }];
  for (const { at, to: account } of changes) {
    const to = place(account, past[past.length - 1]?.to);
    if (to) past.push({ at, to });
  }
  return past;
}
