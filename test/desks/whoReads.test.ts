import { storyCast } from '../../scripts/workbench/cast';
import type { JiraDesk } from '../../scripts/workbench/jira';
import { askSettings } from './support/askSettings';
import { deskForAll, starts, type TestDesk } from './support/desks';

jest.setTimeout(120_000);

const names = ['freshservice', 'jira'] as const;
const SAID = 'The array on floor 3 loses a disk each night';

/** An agent of the desk whom the agreement does not name. */
const zoe = {
  ...storyCast.people[0]!,
  ...{ id: 'zoe', name: 'Zoe Marsh', jiraAccountId: '5b10a2844c20165700edaaaa', freshserviceAgentId: 21000999 },
};

/** Offered by Ana with what she wrote. */
async function offered(on: TestDesk): Promise<string> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  expect(await on.offer(id, 'ana', { diagnosis: SAID })).toMatchObject({ ok: true });
  return id;
}

describe.each(names)('what was written with a handoff on %s', name => {
  const cast = { ...storyCast, people: [...storyCast.people, zoe] };
  const desk = deskForAll<TestDesk>(options => starts[name]({ ...options, cast }));
  let on: TestDesk;
  let id: string;
  beforeAll(async () => {
    on = desk();
    id = await offered(on);
  });

  it.each(['view', 'form', 'ledger'])('is not in the %s of somebody of neither party', async type => {
    const answer = JSON.stringify(await on.ask(id, 'zoe', { type }));
    expect(answer).not.toContain(SAID);
    expect(answer).not.toContain('"salt"');
  });

  it('is replaced by who may read it, and custody and clocks are shown', async () => {
    const { view } = await on.ask(id, 'zoe', { type: 'view' });
    expect(view?.headline).toContain('Contoso IT');
    expect(view?.packet.map(({ text }) => text)).toContain('Only Northwind and Contoso IT can read this.');
    expect(await on.ask(id, 'zoe', { type: 'form' })).toMatchObject({ ok: false, code: 'not-a-participant' });
  });

  it.each(['ana', 'omar', 'dana', 'carla'])('is read by %s', async person => {
    expect(JSON.stringify(await on.ask(id, person, { type: 'view' }))).toContain(SAID);
  });

  it('is not what a lead is told of open tickets: how many a change is about, and what one of them is', async () => {
    const text = await askSettings(on, 'grace', { type: 'text', version: 1 });
    const matrix = structuredClone(text.ok ? text.text!.document.matrix : []);
    const p2 = matrix.find(cell => cell.id === 'incident-p2')!;
    Object.assign(p2.targets, { resolve: '3h' });
    const change = { type: 'touched', version: 1, sections: { matrix } };
    const touched = { touched: 1, untold: 0, looked: 1, isAll: true, cells: [{ name: p2.name, count: 1 }] };
    expect(await askSettings(on, 'grace', change)).toMatchObject({ ok: true, touched });
    expect(await askSettings(on, 'grace', { type: 'touched', version: 1 })).toMatchObject({ touched: { touched: 0 } });

    const named = { type: 'ticket', name: id };
    const ticket = { label: expect.stringMatching(/\d$/), facts: { workType: 'incident', priority: 2 } };
    expect(await askSettings(on, 'grace', named)).toMatchObject({ ok: true, ticket });
    for (const name of ['4711', 'OPS-4711', '../../myself', '%00']) {
      expect(await askSettings(on, 'grace', { type: 'ticket', name })).toMatchObject({ code: 'no-such-ticket' });
    }
    if (on.name === 'jira') {
      (on.desk as JiraDesk).hide(id, 'carla');
      expect(await askSettings(on, 'carla', named)).toMatchObject({ code: 'no-such-ticket' });
    }
    for (const person of ['omar', 'zoe']) expect(await askSettings(on, person, named)).toMatchObject({ ok: false });
  });

  it('never reaches the desk itself, where customers may look', async () => {
    await on.ask(id, 'omar', { type: 'accept' });
    await on.until('09:40');
    const own = on.name === 'jira' ? 'forge_' : 'fdk_';
    const tables = on.db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
    const desk = tables.filter(table => !table.name.startsWith(own));
    expect(JSON.stringify(desk.map(table => on.db.prepare(`SELECT * FROM ${table.name}`).all()))).not.toContain(SAID);
    expect(on.lines.join()).not.toContain(SAID);
  });
});
