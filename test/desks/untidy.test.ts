import { deskForAll, starts, type TestDesk } from './support/desks';

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
});
