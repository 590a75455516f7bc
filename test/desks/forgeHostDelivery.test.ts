import { startProbe, START, type ProbeDesk } from '../support/probeForge/probeDesk';

let probe: ProbeDesk;
beforeEach(async () => {
  probe = await startProbe();
});
afterEach(() => probe.desk.stop());

const MINUTE = 60_000;
const BRUNO = '5b10a2844c20165700ede212g';
const push = (events: object[]) => probe.call<object>('push', { events });

/** What the probe kept of a queue item. */
interface Later {
  readonly body: { readonly n: number };
  readonly at: number;
  readonly retry: number;
}

/** The parts of a product event that are looked at here. */
interface Told {
  readonly changelog: {
    readonly id: string;
    readonly items: readonly { readonly field: string; readonly to: string }[];
  };
  readonly associatedStatuses: readonly { readonly name: string }[];
  readonly comment: { readonly jsdPublic: boolean };
}

describe('the queue', () => {
  it('delivers what has no delay without the clock moving', async () => {
    await push([{ body: { n: 1 } }, { body: { n: 2 } }]);
    await probe.desk.settle();
    expect((await probe.seen<Later>('later')).map(({ body, at }) => [body.n, at])).toEqual([
      [1, START],
      [2, START],
    ]);
  });

  it('holds an item back until its delay has passed on the workbench clock', async () => {
    await push([{ body: { n: 1 }, delayInSeconds: 900 }]);
    await probe.clock.jump(START + 14 * MINUTE);
    expect(await probe.seen<Later>('later')).toEqual([]);
    await probe.clock.jump(START + 60 * MINUTE);
    expect(await probe.seen<Later>('later')).toEqual([{ body: { n: 1 }, at: START + 15 * MINUTE, retry: 0 }]);
  });

  it('delivers again when the handler asks for it', async () => {
    await push([{ body: { failing: 'asks' } }]);
    await probe.desk.settle();
    await probe.clock.jump(START + MINUTE);
    expect((await probe.seen<Later>('later')).map(({ at, retry }) => [at, retry])).toEqual([
      [START, 0],
      [START + 30_000, 1],
    ]);
  });

  it('delivers again when the handler throws', async () => {
    const { value } = await push([{ body: { failing: 'throws' } }]);
    await probe.desk.settle();
    expect(await probe.call('jobStats', value)).toEqual({ value: { success: 0, inProgress: 1, failed: 0 } });
    await probe.clock.jump(START + MINUTE);
    expect((await probe.seen<Later>('later')).map(({ retry }) => retry)).toEqual([0, 1]);
    expect(await probe.call('jobStats', value)).toEqual({ value: { success: 1, inProgress: 0, failed: 0 } });
  });

  it('runs one item at a time under a concurrency key', async () => {
    const concurrency = { key: 'one', limit: 1 };
    await push([1, 2, 3, 4, 5].map(n => ({ body: { n }, concurrency })));
    await probe.desk.settle();
    expect((await probe.seen<Later>('later')).map(({ body }) => body.n)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is refused a 501st event in one minute', async () => {
    for (let pushes = 0; pushes < 10; pushes += 1) {
      await push(Array.from({ length: 50 }, () => ({ body: {}, delayInSeconds: 900 })));
    }
    expect((await push([{ body: {} }])).error).toBeDefined();
  });
});

describe('a change to a work item', () => {
  it('reaches the app with who changed what from what to what', async () => {
    await probe.desk.change(probe.ticket, 'ana', { person: 'bruno' });
    await probe.desk.settle();
    const [created, updated, assigned] = await probe.seen<Told>('events');
    expect(created).toMatchObject({ eventType: 'avi:jira:created:issue', issue: { key: 'SUP-1' } });
    expect(updated).toMatchObject({
      eventType: 'avi:jira:updated:issue',
      timestamp: String(START),
      selfGenerated: false,
      atlassianId: '5b10a2844c20165700ede211g',
      jiraEventTypeName: 'issue_assigned',
      changelog: {
        items: [
          { field: 'assignee', fieldId: 'assignee', from: null, fromString: null, to: BRUNO, toString: 'Bruno Costa' },
        ],
      },
      issue: { fields: { assignee: { accountId: BRUNO }, status: { name: 'Open' } } },
    });
    expect(assigned).toMatchObject({ eventType: 'avi:jira:assigned:issue', changelog: { id: updated?.changelog.id } });
  });

  it('says both statuses of a transition and the resolution it brings', async () => {
    await probe.desk.change(probe.ticket, 'bruno', { status: 'resolved' });
    await probe.desk.settle();
    const updated = (await probe.seen<Told>('events')).pop();
    expect(updated?.changelog.items.map(({ field }) => field)).toEqual(['resolution', 'status']);
    expect(updated?.associatedStatuses.map(({ name }) => name)).toEqual(['Resolved', 'Open']);
  });

  it('that changes nothing is no event', async () => {
    await probe.desk.change(probe.ticket, 'ana', { priority: 2, person: null, status: 'open' });
    await probe.desk.settle();
    expect(await probe.seen('events')).toHaveLength(1);
  });

  it('is not told to the app that made it', async () => {
    const path = `/rest/api/3/issue/${probe.ticket}/assignee`;
    await probe.call('rest', { as: 'app', method: 'PUT', path, body: { accountId: BRUNO } });
    await probe.desk.settle();
    expect(await probe.seen('events')).toHaveLength(1);
  });

  it('tells a comment and whether the customer sees it', async () => {
    await probe.desk.say(probe.ticket, 'bruno', 'Looking into it', true);
    await probe.desk.say(probe.ticket, 'bruno', 'It is the gateway', false);
    await probe.desk.settle();
    const comments = (await probe.seen<Told>('events')).slice(1).map(({ comment }) => comment.jsdPublic);
    expect(comments).toEqual([true, false]);
  });

  it('arrives in order, however many there are', async () => {
    for (const priority of [1, 2, 3, 4, 1] as const) await probe.desk.change(probe.ticket, 'ana', { priority });
    await probe.desk.settle();
    const to = (await probe.seen<Told>('events')).slice(1).map(({ changelog }) => changelog.items[0]?.to);
    expect(to).toEqual(['1', '2', '3', '4', '1']);
  });
});

describe('the schedule', () => {
  it('runs every five minutes, always at the same offset, and passes none over in a jump', async () => {
    await probe.clock.jump(START + 60 * MINUTE);
    const runs = (await probe.seen<{ at: number }>('sweeps')).map(({ at }) => at);
    expect(runs).toHaveLength(12);
    expect(new Set(runs.map(at => at % (5 * MINUTE))).size).toBe(1);
  });
});

describe('installing', () => {
  it('tells the app once, with who installed it', async () => {
    const installed = await probe.seen('installed');
    expect(installed).toHaveLength(1);
    expect(installed[0]).toMatchObject({ installerAccountId: '5b10a2844c20165700ede213g' });
  });
});
