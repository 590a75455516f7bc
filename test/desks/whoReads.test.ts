import { storyCast } from '../../scripts/workbench/cast';
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
