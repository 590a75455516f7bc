import { startFreshservice, starts, unmetered, type TestDesk } from './support/desks';

jest.setTimeout(240_000);

const names = ['freshservice', 'jira'] as const;
const SAID = 'Mrs Pereira of payroll is on sick leave';
const MOST_OPERATIONS = 40;

/** Whether the app keeps that text on its platform; rows that were replaced serve the stand-in's late queries only. */
function isKept({ db, name }: TestDesk, text = SAID): boolean {
  const prefix = name === 'jira' ? 'forge_' : 'fdk_';
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
  const own = tables.filter(table => table.name.startsWith(prefix));
  const rows = own.flatMap(table => db.prepare(`SELECT * FROM ${table.name}`).all() as { until?: unknown }[]);
  return JSON.stringify(rows.filter(({ until }) => (until ?? null) === null)).includes(text);
}

/** Ana handed it off with a text she should not have written, and Omar has worked on it since. */
async function acceptedWith(on: TestDesk, text = SAID): Promise<string> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  const fields = { receiver: 'northwind-noc', reason: 'skills', deadline: '2026-03-02 15:30' };
  const typed = { ...fields, nextAction: 'Call back', diagnosis: text, actions: 'Asked', evidence: 'none: a call' };
  await on.ask(id, 'ana', { type: 'draft', fields: typed });
  expect(await on.offer(id, 'ana', typed)).toMatchObject({ ok: true });
  await on.until('09:12');
  await on.ask(id, 'omar', { type: 'accept' });
  await on.until('09:14');
  await on.say(id, 'omar', 'Looking at it', true);
  expect(isKept(on, text)).toBe(true);
  return id;
}

/** The number of the handoff in the ledger. */
const handoffOf = (on: TestDesk, id: string): number =>
  on.facts(id).find(({ type }) => type === 'HandoffOffered')?.seq ?? 0;

const erase = (on: TestDesk, id: string, person = 'ana') =>
  on.ask(
    id,
    person,
    { type: 'erase', actId: 'remove-it-01', fact: handoffOf(on, id), because: 'personal-data' },
    'erase',
  );

describe.each(names)('on %s an erased text', name => {
  it('is nowhere in the store, and the panel says who removed it', async () => {
    const on = await starts[name]();
    const id = await acceptedWith(on);
    const before = on.facts(id);
    await on.until('10:00');
    expect(await erase(on, id)).toMatchObject({ ok: true });
    expect(isKept(on)).toBe(false);
    expect(on.facts(id).slice(0, -1)).toEqual(before);
    const { view } = await on.ask(id, 'omar', { type: 'view' });
    expect(view?.packet.find(({ label }) => label === 'Current diagnosis')?.text).toBe(
      'Removed by Ana Pires, 10:00 today.',
    );
    expect(view?.timeline.at(-1)?.text).toMatch(/^Ana Pires removed the text of entry \d.*: personal data\.$/);
    await on.stop();
  });

  it('does not come back as what a form is filled with', async () => {
    const on = await starts[name]();
    const id = await acceptedWith(on);
    await erase(on, id, 'carla');
    await on.ask(id, 'omar', { type: 'return', guidance: 'Say who can be called instead' });
    await on.ask(id, 'ana', { type: 'accept' });
    expect(JSON.stringify(await on.ask(id, 'ana', { type: 'form' }))).not.toContain(SAID);
    await on.stop();
  });

  it('stays where it is when somebody asks who may not', async () => {
    const on = await starts[name]();
    const id = await acceptedWith(on);
    expect(await erase(on, id, 'omar')).toMatchObject({ ok: false, code: 'not-the-writer' });
    expect(isKept(on)).toBe(true);
    expect(on.types(id)).not.toContain('TextErased');
    await on.stop();
  });

  it('is gone after a crash at any step, once pressed again or swept', async () => {
    const on = await starts[name](unmetered);
    const tickets: { id: string; text: string; dies: number }[] = [];
    for (let dies = 0; dies < MOST_OPERATIONS; dies += 1) {
      const text = `${SAID}, case ${dies} of many`;
      const id = await acceptedWith(on, text);
      on.fate.befallsNumber(dies, 'ends the app');
      const answer = await erase(on, id).catch(() => 'cut short');
      await on.desk.settle();
      on.fate.passes();
      if (answer !== 'cut short') break;
      tickets.push({ id, text, dies });
      if (!on.types(id).includes('TextErased')) await erase(on, id);
    }
    await on.until('09:55');
    for (const { id, text, dies } of tickets) {
      expect({ dies, isKept: isKept(on, text) }).toEqual({ dies, isKept: false });
      expect(on.types(id).filter(type => type === 'TextErased')).toHaveLength(1);
    }
    expect(tickets.length).toBeGreaterThan(4);
    await on.stop();
  });
});

it('on Freshservice a text with more copies than its store lets through in a minute is gone after some sweeps', async () => {
  const on = await startFreshservice({ limits: { entitiesPerMinute: 1e6, requestsPerMinute: 1e6 } });
  const id = await acceptedWith(on);
  const people = ['grace', 'omar'] as const;
  for (let moves = 0; moves < 40; moves += 1) {
    await on.until(`${moves < 20 ? '11' : '12'}:${String(10 + (moves % 20) * 2)}`);
    await on.change(id, 'grace', { person: people[moves % 2] ?? 'omar' });
  }
  expect(on.facts(id).length).toBeGreaterThan(40);
  await on.until('13:05');
  expect(await erase(on, id)).toMatchObject({ ok: true });
  expect(isKept(on)).toBe(true);
  expect(on.lines.join()).toContain('Older copies of a removed text are left');
  await on.until('14:00');
  expect(isKept(on)).toBe(false);
  await on.stop();
});
