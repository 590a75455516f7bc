import { readExport } from '../../shared/src/ledger';
import { desks, houseForAll } from '../support/runningWorkbench';

const house = houseForAll();

const minute = 60_000;

describe('the pages that scripts read and steer', () => {
  it('lists every ticket of both desks with its custodian', async () => {
    const tickets = await house().told<{ desk: string; id: string }[]>('tickets');
    expect(new Set(tickets.map(({ desk }) => desk))).toEqual(new Set(desks));
    for (const ticket of tickets)
      expect(ticket).toMatchObject({
        id: expect.stringMatching(ticket.desk === 'jira' ? /^[A-Z]+-\d+$/ : /^\d+$/),
        title: expect.any(String),
        custodian: { party: expect.stringMatching(/^(msp|client)$/), team: expect.any(String) },
        stage: expect.any(String),
      });
  });

  it.each(desks)('tells the facts of a ticket on %s, oldest first, each with its assurance and hash', async desk => {
    const facts = await house().facts(desk, await house().idOf(desk, 'Payroll database is slow'));
    expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
    expect([...facts].sort((a, b) => a.at - b.at)).toEqual(facts);
    for (const fact of facts)
      expect(fact).toMatchObject({
        type: expect.any(String),
        by: expect.any(Object),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    // Bruno's own press: the platform vouches for it on Jira, on Freshservice only the browser does (rules §4.4).
    const offered = facts.find(({ type }) => type === 'HandoffOffered');
    expect(offered).toMatchObject({ assurance: desk === 'jira' ? 'platform' : 'claimed' });
  });

  it.each(desks)('gives out a ledger of %s as the app exports it', async desk => {
    const id = await house().accepted(desk, 'Replace the controller on floor 3');
    const response = await fetch(`${house().workbench.origin}/control/ledger/${desk}/${id}?export`);
    const { facts } = readExport(await response.text());
    expect(facts.map(({ hash }) => hash)).toEqual((await house().facts(desk, id)).map(({ hash }) => hash));
  });

  it('says that a ticket is not there', async () => {
    const response = await fetch(`${house().workbench.origin}/control/ledger/jira/NONE-1`);
    expect(response.status).toBe(404);
  });

  it('tells what each action cost by kind', async () => {
    const costs = await house().told<{ action: string; operations: Record<string, number> }[]>('costs');
    expect(costs.length).toBeGreaterThan(0);
    for (const { operations } of costs)
      expect(Object.values(operations).every(count => Number.isInteger(count))).toBe(true);
  });

  it.each(desks)('puts the budget beside what was spent on %s', async desk => {
    const id = await house().idOf(desk, 'Payroll database is slow');
    const viewer = { timeZone: 'UTC' };
    // The first look may write what fell due since somebody looked last.
    await house().workbench[desk].ask(id, 'omar', { type: 'view', viewer }, 'panel');
    await house().workbench[desk].ask(id, 'omar', { type: 'view', viewer }, 'panel view');
    const costs = await house().told<{ desk: string; action: string }[]>('costs');
    expect(costs.find(cost => cost.desk === desk && cost.action === 'panel view')).toMatchObject({
      budget: { of: 'showing a panel', most: { reads: 2, writes: 0 } },
      spent: { reads: 2, writes: 0 },
      isWithin: true,
    });
  });

  it('moves time by minutes and to an instant', async () => {
    const { clock } = house().workbench.services;
    const before = clock.now();
    await house().wait(7);
    expect(clock.now() - before).toBe(7 * minute);
    const to = new Date(before + 10 * minute).toISOString();
    await post('time', { to });
    expect(clock.now()).toBe(Date.parse(to));
  });

  it.each([{ advanceMinutes: -5 }, { to: 'noon' }, {}])('refuses to move time by %j', async body => {
    const before = house().workbench.services.clock.now();
    expect((await post('time', body)).status).toBe(400);
    expect(house().workbench.services.clock.now()).toBe(before);
  });
});

describe('faults asked for', () => {
  const told = () => house().told<{ coming: unknown[]; struck: unknown[] }>('faults');
  afterEach(() => fetch(`${house().workbench.origin}/control/faults`, { method: 'DELETE' }));

  it.each(desks)('happen once on %s, are told before and after, and can be taken back', async desk => {
    const id = await house().claimed(desk);
    const before = await house().story(desk, id);
    expect((await post('faults', { deliveries: 'drop', count: 1, desk })).status).toBe(200);
    await post('faults', { storageWrite: 50, then: 'crash' });
    expect((await told()).coming).toMatchObject([{ deliveries: 'drop', left: 1 }, { storageWrite: 50 }]);
    await house().workbench[desk].say(id, 'ana', 'The controller answers no ping.', false);
    await house().workbench.settle();
    expect(await house().story(desk, id)).toEqual(before);
    expect(await told()).toMatchObject({
      coming: [{ storageWrite: 50, left: 50 }],
      struck: [{ desk, fault: { deliveries: 'drop' } }],
    });
    await fetch(`${house().workbench.origin}/control/faults`, { method: 'DELETE' });
    expect(await told()).toMatchObject({ coming: [], struck: [] });
  });

  it.each([{ deliveries: 'lose', count: 1 }, { deliveries: 'drop' }, { storageWrite: 0, then: 'fail' }, {}])(
    'are refused as %j, with what to send instead',
    async body => {
      const response = await post('faults', body);
      expect([response.status, await response.json()]).toEqual([
        400,
        { message: expect.stringContaining('{"deliveries": "duplicate"') },
      ]);
      expect((await told()).coming).toEqual([]);
    },
  );

  it('are refused where the body is no JSON', async () => {
    const [url, headers] = [`${house().workbench.origin}/control/faults`, { 'content-type': 'application/json' }];
    const response = await fetch(url, { method: 'POST', headers, body: '{"deliveries"' });
    expect([response.status, await response.json()]).toEqual([400, { message: 'The body is not valid JSON.' }]);
  });
});

describe.each(desks)('the pages of %s', desk => {
  it('let the default person hand off a seeded ticket and take another one in observe', async () => {
    const id = await house().idOf(desk, 'VPN gateway drops the Lisbon office');
    const page = await house().open(desk, id, 'ana');
    await page.page.goto(page.page.url().replace('?as=ana', ''));
    await page.canPress('Hand off');
    expect(await page.nativeSelect('Acting as').inputValue()).toBe('ana');
    const free = await house().idOf(desk, 'Printer on floor 2 is offline');
    const observed = await house().open(desk, free, 'ana');
    for (const label of desk === 'jira' ? ['Assignee'] : ['Group', 'Agent'])
      expect(await observed.nativeSelect(label).isEnabled()).toBe(true);
  });

  it('act as whoever is chosen', async () => {
    const id = await house().offered(desk, 'Replace the controller on floor 3');
    const page = await house().open(desk, id, 'ana');
    await page.nativeSelect('Acting as').selectOption('omar');
    await page.page.waitForURL(/as=omar/);
    await page.canPress('Accept');
    expect(await page.page.locator('iframe[title="Baton"]').count()).toBe(1);
  });
});

it('opens on a page that leads to every ticket, and to its facts', async () => {
  const window = await house().browser.newContext();
  const page = await window.newPage();
  await page.goto(house().workbench.origin);
  await page.getByRole('link', { name: 'Payroll database is slow' }).first().click();
  await page.waitForURL(/tickets|browse/);
  await page.goBack();
  await page.getByRole('link', { name: 'ledger' }).first().click();
  await page.getByText('EscalationOpened').waitFor();
});

/** Posts to a control page. */
async function post(path: string, body: object): Promise<Response> {
  return fetch(`${house().workbench.origin}/control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
