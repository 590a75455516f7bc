import { at, deskForAll, starts, type TestDesk } from './support/desks';

jest.setTimeout(120_000);

const where = (on: TestDesk, id: string) => on.desk.tickets().find(ticket => ticket.id === id);

/** What was said inside on tickets, as both desks keep it. */
const kept = {
  freshservice: 'SELECT data AS body FROM freshservice_conversations',
  jira: 'SELECT body FROM jira_comment WHERE internal = 1',
} as const;
const told = (on: TestDesk, words: string): number =>
  (on.db.prepare(kept[on.name]).all() as { body: string }[]).filter(({ body }) => body.includes(words)).length;

describe.each(['freshservice', 'jira'] as const)('on %s', name => {
  const desk = deskForAll<TestDesk>(starts[name]);

  it('a major incident lies with its commander at once, who is told, and whoever helps moves nothing', async () => {
    const on = desk();
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
    await on.offer(id, 'ana');
    expect(await on.ask(id, 'omar', { type: 'declare major' })).toMatchObject({ ok: true });
    await on.desk.settle();
    expect(on.standing(id)).toBe('held client/contoso-desk/carla');
    expect(where(on, id)).toMatchObject({ person: 'carla' });
    expect(told(on, 'Carla Mendes commands it')).toBe(1);
    await on.change(id, 'ana', { team: 'northwind-noc', person: 'omar' });
    expect(on.types(id).at(-1)).toBe('MovedUnderCommand');
    expect(on.standing(id)).toBe('held client/contoso-desk/carla');
    await on.ask(id, 'omar', { type: 'open bridge', bridge: 'https://meet.example/1' });
    const seen = await on.ask(id, 'carla', { type: 'view' });
    expect(seen.view).toMatchObject({ condition: 'major incident', bridge: { link: 'https://meet.example/1' } });
  });

  it('a merged ticket closes, and the one it goes on in takes the earlier opening', async () => {
    const on = desk();
    const gone = await on.open();
    await on.offer(gone, 'ana');
    await on.until('09:30');
    const stays = await on.open();
    await on.merge(gone, 'ana', stays);
    expect(on.stored(gone).state).toMatchObject({ status: 'gone', how: 'merged' });
    expect(on.types(gone)).toContain('HandoffWithdrawn');
    const { state } = on.stored(stays);
    expect(state).toMatchObject({ openedAt: at('09:00'), merges: [{ ticket: on.desk.nativeId(gone) }] });
    expect((await on.ask(gone, 'ana', { type: 'view' })).view).toMatchObject({ condition: 'gone' });
  });

  it('how long a team had its last tickets is known to the promises of the next one', async () => {
    const on = desk();
    for (const minute of [11, 12, 13, 14, 15, 16, 17, 18]) {
      const id = await on.open();
      await on.offer(id, 'ana');
      await on.until(`10:${minute}`);
      await on.ask(id, 'omar', { type: 'accept' });
    }
    await on.until('10:45');
    const next = await on.open();
    const { state } = on.stored(next);
    expect(state).toMatchObject({ terms: { pace: { 'contoso-desk': 60_000 } } });
  });
});

it('on freshservice a deleted ticket owes nothing, and goes on when it is restored', async () => {
  const on = await starts.freshservice();
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.offer(id, 'ana');
  await on.until('09:30');
  await on.change(id, 'ana', { isDeleted: true });
  expect(on.types(id).slice(-2)).toEqual(['HandoffWithdrawn', 'TicketDeleted']);
  await on.until('10:40');
  await on.change(id, 'ana', { isDeleted: false });
  expect(on.standing(id)).toBe('held client/contoso-desk/ana');
  expect(on.stored(id).state).toMatchObject({ deletions: [{ at: at('09:30'), until: at('10:40') }] });
  await on.stop();
});

/** Makes one ticket the other's child, as the page of each desk does. */
const adopt = {
  jira: (on: TestDesk, child: string, parent: string) => link(on, child, 'Parent', parent),
  freshservice: ({ db }: TestDesk, child: string, parent: string) =>
    void db
      .prepare('INSERT INTO freshservice_children (parent, child) VALUES (?, ?)')
      .run(Number(parent), Number(child)),
} as const;
const link = ({ db, desk }: TestDesk, from: string, type: string, to: string): void =>
  void db
    .prepare('INSERT INTO jira_link (issue, type, outward) VALUES (?, ?, ?)')
    .run(Number(desk.nativeId(from)), type, Number(desk.nativeId(to)));

it.each(['freshservice', 'jira'] as const)(
  'on %s a child that is given to the other party is an Ask from its parent, until it is resolved',
  async name => {
    const on = await starts[name]();
    const [parent, child] = [await on.open(), await on.open()];
    await on.change(parent, 'ana', { person: 'ana' });
    adopt[name](on, child, parent);
    await on.change(child, 'ana', { person: 'ana' });
    await on.offer(child, 'ana');
    expect(on.types(parent)).not.toContain('Asked');
    await on.ask(child, 'omar', { type: 'accept' });
    await on.until('09:15');
    expect(on.facts(parent).at(-1)).toMatchObject({ type: 'Asked', data: { kind: 'child', of: { party: 'msp' } } });
    await on.change(child, 'omar', { status: 'resolved' });
    expect(on.types(parent).at(-1)).toBe('AskAnswered');
    await on.stop();
  },
);

const relate = {
  jira: (on: TestDesk, linked: string, major: string) => link(on, linked, 'Problem/Incident', major),
  freshservice: adopt.freshservice,
} as const;

it.each(['freshservice', 'jira'] as const)(
  'on %s what is linked to a major incident goes with it, and is back with whoever had it when that is over',
  async name => {
    const on = await starts[name]();
    const [major, linked] = [await on.open(), await on.open()];
    for (const id of [major, linked]) await on.change(id, 'ana', { person: 'ana' });
    relate[name](on, linked, major);
    await on.ask(major, 'omar', { type: 'declare major' });
    await on.desk.settle();
    expect(on.standing(linked)).toBe('held client/contoso-desk/carla');
    expect(where(on, linked)).toMatchObject({ person: 'carla' });
    await on.ask(major, 'carla', { type: 'mitigated' });
    await on.desk.settle();
    expect(on.standing(linked)).toBe('held client/contoso-desk/ana');
    expect(where(on, linked)).toMatchObject({ person: 'ana' });
    expect(on.types(linked)).toEqual(expect.arrayContaining(['MajorDeclared', 'MajorLeft']));
    await on.stop();
  },
);

it('on jira a work item that moves to another space keeps its ledger, and a clone has none of it', async () => {
  const on = await starts.jira();
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  const native = on.desk.nativeId(id);
  const [facts, key] = [on.facts(id).length, 'SUP-900'];
  on.db.prepare('UPDATE jira_issue SET number = 900 WHERE id = ?').run(Number(native));
  expect(on.desk.nativeId(key)).toBe(native);
  await on.until('09:10');
  await on.change(key, 'ana', { priority: 1 });
  expect(on.types(key).slice(facts)).toEqual(['TermsReplaced']);
  const clone = await on.open();
  on.db
    .prepare('INSERT INTO jira_property (issue, key, value) SELECT ?, key, value FROM jira_property WHERE issue = ?')
    .run(Number(on.desk.nativeId(clone)), Number(native));
  await on.change(clone, 'ana', { person: 'ana' });
  expect(on.types(clone)).toEqual(['EscalationOpened', 'Claimed']);
  expect(on.stored(clone).state).toMatchObject({ openedAt: at('09:10') });
  await on.stop();
});
