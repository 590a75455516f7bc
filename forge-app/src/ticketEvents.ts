import { advance, unopened, type Directory, type State, type TicketEvent } from '@baton/shared';
import { readDirectory } from './directoryStore';
import { readIssueAsApp, readIssueWithChanges } from './jiraDesk';
import { portsFor } from './ledgerPorts';
import { linksChanged } from './linkedIssues';
import { carryOutAll } from './merges';
import { laterOr } from './platformErrors';
import { isElsewhere, isLink } from './translateChange';
import { changesOf, isKnown } from './translateChangelog';
import { linkedTo, translateIssue, type JiraIssue } from './translateJira';
import { happenedAt, historyIn, isOwn, jiraEventSchema, translateComment, type JiraEvent } from './translateJiraEvent';
import { warnOfStrangers } from './strangers';

/** Jira dates an entry of the changelog a moment before it tells of it, ms. */
const A_MOMENT = 60_000;

/** One event as it is being read; the work item is asked for at most once. */
interface Reading {
  readonly directory: Directory;
  readonly event: JiraEvent;
  /** When Baton learned of it, epoch ms. */
  readonly learned: number;
  issue(): Promise<JiraIssue>;
}

/** `assigned` brings what `updated` has brought, and any event may come twice. */
const isTold = (state: State, { issue, changelog }: JiraEvent): boolean =>
  changelog?.id !== undefined && isKnown(state, issue.id, changelog.id);

/** An event is a hint: what it means is read from the work item and its changelog, whatever it carries (design §6). */
async function eventsOf({ directory, event, learned, issue }: Reading, state: State): Promise<readonly TicketEvent[]> {
  if (event.comment) return translateComment(directory, event.issue.id, event.comment, learned);
  if (isTold(state, event)) return [];
  const read = await issue();
  const own = isOwn(event) && event.changelog?.id !== undefined ? { own: event.changelog.id } : {};
  const since = happenedAt(event, learned) - A_MOMENT;
  warnOfStrangers(directory, read);
  return changesOf({ directory, state, learned, since, ...own }, read, historyIn(event, learned));
}

/** A link came or went: a major incident at either end of it concerns the other. */
async function followLinks({ directory, event, issue }: Reading, state: State): Promise<void> {
  if (!event.changelog?.items.some(item => isLink(directory, item))) return;
  await linksChanged(event.issue.id, state, linkedTo(directory, await issue()));
}

async function take(event: JiraEvent, learned: number): Promise<void> {
  const directory = await readDirectory();
  if (!concernsBaton(event, directory)) return;
  const { id } = event.issue;
  let read: Promise<JiraIssue> | undefined;
  const issue = () => (read ??= event.comment ? readIssueAsApp(id) : readIssueWithChanges(id));
  const ports = portsFor(directory, async () => translateIssue(directory, await issue()).facts);
  const ledger = await ports.ledger.load(id);
  const state = ledger?.page.state ?? unopened;
  const reading = { directory, event, learned, issue };
  await followLinks(reading, state);
  const events = await eventsOf(reading, state);
  if (events.length === 0) return;
  const advanced = await advance(ports, id, events, ledger ?? null);
  await carryOutAll(id, directory, advanced.notices);
}

/** An event as Jira sends it; one that cannot be read is left alone, with a line for the admin. */
function readEvent(event: unknown): JiraEvent | undefined {
  const { data, error } = jiraEventSchema.safeParse(event);
  if (error) console.warn(`An event lacks ${error.issues[0]?.path.join('.') || 'everything'}; it was left alone.`);
  return data;
}

/** Before the agreement is read: whether it may. */
const concernsBaton = ({ comment, changelog }: JiraEvent, directory?: Directory): boolean =>
  comment !== undefined || !isElsewhere(changelog?.items, directory);

/** Something happened on a work item. What cannot be read now is logged, and asked for again where that may help. */
export async function onTicketEvent(event: unknown): Promise<unknown> {
  const parsed = readEvent(event);
  if (!parsed || !concernsBaton(parsed)) return undefined;
  try {
    return await take(parsed, Date.now());
  } catch (error) {
    return laterOr(error, event);
  }
}
