import Database from 'libsql';
import { storyCast } from '../../../scripts/workbench/cast';
import { workbenchClock, type WorkbenchClock } from '../../../scripts/workbench/clock';
import { actionCosts, type Costs } from '../../../scripts/workbench/costs';
import { jiraDesk, type JiraDesk } from '../../../scripts/workbench/jira';
import { stageProbe } from './stageProbe';

/** Every probe begins on this Monday morning, on a clock that only a jump moves. */
export const START = Date.UTC(2026, 2, 2, 9, 0, 0);

/** What a door of the probe answers; each test says which value it expects. */
export interface DoorAnswer<Value> {
  readonly value: Value;
  readonly error?: { readonly kind: string; readonly code?: string; readonly message: string };
}

export interface ProbeDesk {
  desk: JiraDesk;
  clock: WorkbenchClock;
  costs: Costs;
  log: string[];
  /** A work item nobody has, opened by Ana. */
  ticket: string;
  /** Calls a door of the probe as somebody, from the panel of the ticket. */
  call<Value = unknown>(door: string, payload?: object, person?: string): Promise<DoorAnswer<Value>>;
  /** What the probe's handlers kept under that name. */
  seen<Entry = unknown>(list: string): Promise<Entry[]>;
}

export async function startProbe(manifest?: (text: string) => string): Promise<ProbeDesk> {
  const clock = workbenchClock({ offset: 0 }, () => START);
  clock.pause();
  const costs = actionCosts(clock.now);
  const log: string[] = [];
  const desk = jiraDesk({
    clock,
    costs,
    db: new Database(':memory:'),
    cast: storyCast,
    pageOrigin: 'http://127.0.0.1:4000',
    frameOrigin: 'http://localhost:4000',
    stagedApp: await stageProbe(manifest),
    log: (_desk, line) => void log.push(line),
  });
  await desk.start('');
  const ticket = await desk.create({
    title: 'Mail is down',
    description: 'Nobody in Lisbon can send mail.',
    type: 'incident',
    priority: 2,
    openedBy: 'ana',
  });
  await desk.settle();

  async function call<Value>(door: string, payload: object = {}, person = 'ana'): Promise<DoorAnswer<Value>> {
    const item = await desk.rest({
      method: 'GET',
      path: `/rest/api/3/issue/${ticket}?fields=project`,
      headers: {},
      as: { accountId: storyCast.people[0]!.jiraAccountId },
      byApp: false,
    });
    return (await desk.host.invoke({
      moduleKey: 'probe-panel',
      functionKey: door,
      payload,
      accountId: storyCast.people.find(({ id }) => id === person)!.jiraAccountId,
      extension: { type: 'jira:issueContext', issue: { id: JSON.parse(item.body!).id, key: ticket } },
      action: door,
    })) as DoorAnswer<Value>;
  }
  return {
    ...{ desk, clock, costs, log, ticket, call },
    seen: async <Entry>(list: string) => (await call<Entry[]>('seen', { list })).value,
  };
}
