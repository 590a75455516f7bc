import type { SeedTicket, NativeChange, Workbench, WorkbenchDesk } from '../desk';
import { forgeHost, type ForgeHost, type Quotas } from '../forge/forgeHost';
import type { TimeLimits } from '../forge/invocations';
import { frameRouter } from '../forge/frame/frameRouter';
import { modulesOf, readManifest, shownText } from '../forge/manifest';
import type { HttpAnswer } from '../forge/wire';
import { liveChanges } from '../liveChanges';
import { handOverAgreement } from './agreement';
import { appDoors } from './appDoors';
import { accounts } from './model/accounts';
import { jiraModel, type Happening } from './model/jiraModel';
import { richText } from './model/richText';
import { ISSUE_TYPES, PRIORITIES, STATUSES } from './model/site';
import type { WorkItem, WorkItemFields } from './model/workItems';
import { jiraPages } from './pages/jiraPages';
import { productEvents } from './productEvents';
import { beans as jiraBeans } from './rest/beans';
import { recall } from './recall';
import { jiraRest, type RestCall } from './rest/jiraRest';
import { workflow as jiraWorkflow, type Workflow } from './workflow';

/** The Jira stand-in with the staged Forge app on it. */
export interface JiraDesk extends WorkbenchDesk {
  readonly name: 'jira';
  /** Calls the REST API as anybody: an import, a script, an automation. */
  rest(call: RestCall): Promise<HttpAnswer>;
  /** Keeps a work item from somebody, as a security level does. */
  hide(key: string, personId: string): void;
  /** Asks the app's list on the queue page as that person. */
  askList(personId: string, request: unknown, action?: string): Promise<unknown>;
  /** The platform host, for what only Forge has (query lag, requests to the outside). */
  readonly host: ForgeHost;
  readonly workflow: Workflow;
  /** Moves a work item to a status by its name, as its page does. @throws Error with what the page then says */
  transition(key: string, personId: string, status: string): Promise<void>;
  /** Takes the app away; the workflow keeps its rules. */
  uninstall(): Promise<void>;
}

/** What can be chosen about the stand-in beyond the workbench itself. */
export interface JiraOptions {
  timeLimits?: TimeLimits;
  quotas?: Quotas;
  /** Addresses and keys of channels, as an administrator enters them. */
  channelSecrets?: string;
  /** Statuses whose transitions carry the app's validators; an admin may well put them on too many. */
  validated?: readonly string[];
}

const VALIDATED = ['Resolved', 'Closed', 'With MSP', 'With client IT'];

const FRAMES = '/frames/jira';

const TYPE_IDS: Record<SeedTicket['type'], string> = { incident: ISSUE_TYPES[0]!.id, request: ISSUE_TYPES[1]!.id };

/** A change as the product tells the frames on its page. */
const changeOf = ({ kind, actor }: Happening) => ({
  changeType: kind === 'commented' ? 'commented' : 'updated',
  atlassianId: actor.accountId,
});

export function jiraDesk(
  workbench: Workbench,
  { timeLimits, quotas, channelSecrets, validated = VALIDATED }: JiraOptions = {},
): JiraDesk {
  const { clock, costs, db, cast, pageOrigin, frameOrigin, stagedApp, mishaps, arrivals, outside } = workbench;
  const log = (line: string) => workbench.log('jira', line);
  const appName = shownText(modulesOf(readManifest(stagedApp), 'jira:issueContext')[0]?.title) || 'App';
  const people = accounts(cast, appName);
  const model = jiraModel(db, people, clock.now);
  const beans = jiraBeans(model, `${pageOrigin}/jira`);
  const product = (call: Omit<RestCall, 'byApp'>) => rest({ ...call, byApp: true });
  const host = forgeHost({
    ...{ clock, costs, db, stagedApp, product, log, timeLimits, quotas, mishaps, arrivals, outside },
    origin: `${pageOrigin}/jira`,
  });
  const doors = appDoors(host, pageOrigin);
  const workflow = jiraWorkflow(host, validated);
  const rest = jiraRest({ model, beans, now: clock.now, workflow });
  let isInstalled = true;
  const live = liveChanges();
  const unfollowClock = clock.onChange(() => live.tell('time', {}));
  const past = { at: 0 };
  // A model of its own on the same tables, with nobody listening: what it does happened before the app was there.
  const unwitnessed = jiraModel(db, people, () => past.at);

  model.onHappening(happening => {
    if (isInstalled) productEvents(happening, beans).forEach(event => host.happened(event, happening.item.id));
    live.tell('ticket', { changes: [changeOf(happening)] }, happening.item.id);
  });

  const itemOf = (key: string): WorkItem => {
    const item = model.find(key);
    if (!item) throw new Error(`There is no work item ${key}`);
    return item;
  };
  const actorOf = (personId: string) => ({ accountId: people.ofPerson(personId).accountId, byApp: false });

  /** One save per field, as on the page. A team is not a field of Jira: the party follows the assignee. */
  const savesOf = ({ person, priority }: NativeChange): Partial<WorkItemFields>[] => [
    ...(priority === undefined ? [] : [{ priority: PRIORITIES[priority - 1]!.id }]),
    ...(person === undefined ? [] : [{ assignee: person === null ? null : people.ofPerson(person).accountId }]),
  ];
  const transition = async (key: string, personId: string, status: string) => {
    const to = STATUSES.find(({ name }) => name.toLowerCase() === status.toLowerCase());
    if (!to) throw new Error(`There is no status ${status}`);
    await workflow.validate(itemOf(key), to);
    model.edit(itemOf(key), { status: to.id }, actorOf(personId));
  };
  const change = async (key: string, personId: string, fields: NativeChange) => {
    savesOf(fields).forEach(save => model.edit(itemOf(key), save, actorOf(personId)));
    if (fields.status !== undefined) await transition(key, personId, fields.status);
  };
  const say = (key: string, personId: string, { text, isPublic }: { text: string; isPublic: boolean }) => {
    if (text.trim() === '') throw new Error('A comment needs some text');
    model.comment(itemOf(key), richText(text), { actor: actorOf(personId), internal: !isPublic });
  };

  return {
    name: 'jira',
    host,
    rest,
    workflow,
    pages: jiraPages({
      ...{ cast, model, host, live, now: clock.now, pageOrigin, framesAt: `${frameOrigin}${FRAMES}` },
      ...{ rest, change, say },
    }),
    frames: frameRouter({ manifest: host.manifest, pageOrigin, mountedAt: FRAMES, log }),
    start: async agreement => {
      const admin = cast.people.find(({ isAdmin }) => isAdmin) ?? cast.people[0]!;
      await host.start(admin.jiraAccountId);
      await handOverAgreement(host, { agreement, channelSecrets, accountId: admin.jiraAccountId, log });
    },
    stop: async () => {
      unfollowClock();
      live.stop();
      await host.stop();
    },
    uninstall: async () => {
      isInstalled = false;
      workflow.abandon();
      await host.stop();
    },
    create: async ({ title, description, type, priority, person, openedBy }) => {
      const actor = actorOf(openedBy);
      const item = model.create(
        {
          summary: title,
          description: description === '' ? null : richText(description),
          type: TYPE_IDS[type],
          priority: PRIORITIES[priority - 1]!.id,
          assignee: person === undefined ? null : people.ofPerson(person).accountId,
          reporter: actor.accountId,
        },
        actor,
      );
      return item.key;
    },
    change,
    merge: (key, who, into) => transition(model.duplicate(itemOf(key), itemOf(into)).key, who, 'resolved'),
    transition,
    say: async (key, actor, text, isPublic) => say(key, actor, { text, isPublic }),
    nativeId: key => itemOf(key).id,
    recall: async ticket => recall(unwitnessed, people, ticket, past),
    tickets: () =>
      model.list().map(({ key, summary, assignee }) => {
        const person = people.personOf(assignee);
        const lies = person?.teams[0] === undefined ? {} : { team: person.teams[0], person: person.id };
        return { id: key, title: summary, ...lies };
      }),
    ask: (key, person, request, action) => doors.panel(itemOf(key), people.ofPerson(person), { request, action }),
    askList: (person, request, action) => doors.list(people.ofPerson(person), { request, action }),
    hide: (key, personId) => model.hide(itemOf(key), people.ofPerson(personId).accountId),
    settle: host.settle,
  };
}
