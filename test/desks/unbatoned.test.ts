import { starts, type TestDesk } from './support/desks';

jest.setTimeout(120_000);

const names = ['freshservice', 'jira'] as const;
const team = 'northwind-noc';

/** Ana holds it and gives it to Omar of Northwind on the desk itself, at 09:20. */
async function sentToOmar(on: TestDesk): Promise<string> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:20');
  await on.change(id, 'ana', { team, person: 'omar' });
  return id;
}

const where = (on: TestDesk, id: string) => on.desk.tickets().find(ticket => ticket.id === id);
const last = (on: TestDesk, id: string) => on.types(id).at(-1);

const said = { jira: 'jira_comment', freshservice: 'freshservice_conversations' } as const;

/** How often both leads were asked, in what is written on the tickets. */
const questions = (on: TestDesk): number =>
  on.db
    .prepare(`SELECT * FROM ${said[on.name]}`)
    .all()
    .filter(row => JSON.stringify(row).includes('A reorganisation, or a mistake?')).length;

describe.each(names)('a ticket moved without a handoff on %s', name => {
  let on: TestDesk;
  beforeEach(async () => {
    on = await starts[name]();
  });
  afterEach(() => on.stop());

  it('is a fact at once, and both parties are told how to put it right', async () => {
    const id = await sentToOmar(on);
    expect(on.facts(id).find(({ type }) => type === 'UnbatonedTransfer')).toMatchObject({
      by: { person: 'ana', assurance: 'platform' },
      data: { to: { party: 'msp', person: 'omar' }, accountable: 'client' },
    });
    const [giver, receiver] = [await on.ask(id, 'ana', { type: 'view' }), await on.ask(id, 'omar', { type: 'view' })];
    const labels = (answer: typeof giver) => answer.view?.task.actions.map(({ label }) => label);
    expect(labels(giver)).toEqual(['Complete handoff', 'Take it back']);
    expect(labels(receiver)).toEqual(['Accept as it is', 'Return with guidance']);
  });

  it('is completed by the giver and then accepted by the receiver', async () => {
    const id = await sentToOmar(on);
    expect(await on.offer(id, 'ana')).toMatchObject({ ok: true });
    expect(on.standing(id)).toBe('offered client/contoso-desk/ana');
    await on.until('09:30');
    expect(await on.ask(id, 'omar', { type: 'accept' })).toMatchObject({ ok: true });
    expect(on.standing(id)).toBe('held msp/northwind-noc/omar');
    expect(where(on, id)).toMatchObject({ person: 'omar' });
  });

  it('is accepted as it is by the receiver', async () => {
    const id = await sentToOmar(on);
    expect(await on.ask(id, 'omar', { type: 'accept as it is', reason: 'urgent' })).toMatchObject({ ok: true });
    await on.desk.settle();
    expect(on.standing(id)).toBe('held msp/northwind-noc/omar');
    expect(where(on, id)).toMatchObject({ person: 'omar' });
  });

  it('goes a tier up inside the party without a word, and is made good by saying what is next', async () => {
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
    await on.until('09:20');
    await on.change(id, 'ana', name === 'jira' ? { person: 'bruno' } : { team: 'contoso-infra' });
    expect(last(on, id)).toBe('UnbatonedTransfer');
    const next = { nextAction: 'Look at the array controller', diagnosis: '', actions: '', evidence: '' };
    expect(await on.offer(id, 'ana', { ...next, receiver: 'contoso-infra' })).toMatchObject({ ok: true });
    await on.desk.settle();
    expect(on.standing(id)).toBe('held client/contoso-infra/-');
    expect(on.types(id)).toContain('Passed');
    if (name === 'freshservice') expect(where(on, id)).toMatchObject({ team: 'contoso-infra' });
    await on.change(id, 'bruno', { team: 'contoso-infra', person: 'bruno' });
    expect(on.standing(id)).toBe('held client/contoso-infra/bruno');
  });

  it('is taken back by the giver, and its own write is no move', async () => {
    const id = await sentToOmar(on);
    expect(await on.ask(id, 'ana', { type: 'take back', why: 'It went to the wrong queue' })).toMatchObject({
      ok: true,
    });
    await on.desk.settle();
    expect(on.standing(id)).toBe('held client/contoso-desk/ana');
    expect(where(on, id)).toMatchObject({ person: 'ana' });
    await on.until('09:50');
    expect(on.types(id).filter(type => type === 'UnbatonedTransfer')).toHaveLength(1);
  });

  it('is given back by Baton where the agreement enforces, once, and then stays', async () => {
    const id = await sentToOmar(on);
    await on.until('09:45');
    expect(on.types(id)).toContain('TransferReturned');
    expect(where(on, id)).toMatchObject({ person: 'ana' });
    await on.change(id, 'ana', { team, person: 'omar' });
    await on.until('10:15');
    expect(on.types(id).filter(type => type === 'TransferReturned')).toHaveLength(1);
    expect(last(on, id)).toBe('PacketOwed');
    expect(where(on, id)).toMatchObject({ person: 'omar' });
  });

  it('is left alone by Baton once somebody of the receiver has answered the customer', async () => {
    const id = await sentToOmar(on);
    await on.until('09:21');
    await on.say(id, 'omar', 'We are looking at it.', true);
    expect(on.standing(id)).toBe('held msp/northwind-noc/omar');
    await on.until('09:50');
    expect(on.types(id)).not.toContain('TransferReturned');
  });

  it('does not count when it is taken back at once', async () => {
    const id = await sentToOmar(on);
    await on.until('09:21');
    await on.change(id, 'ana', { team: 'contoso-desk', person: 'ana' });
    expect(last(on, id)).toBe('TransferCorrected');
    await on.until('09:50');
    expect(last(on, id)).toBe('TransferCorrected');
  });

  it('with four others by the same person is one finding, and returned by nobody', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const id = await on.open();
      await on.change(id, 'ana', { person: 'ana' });
      ids.push(id);
    }
    await on.until('09:20');
    for (const id of ids) await on.change(id, 'ana', { team, person: 'omar' });
    await on.until('09:45');
    const owed = ids.map(id => on.facts(id).find(({ type }) => type === 'PacketOwed')?.data);
    expect(owed).toEqual(ids.map(() => expect.objectContaining({ stays: 'mass move', alike: 5 })));
    expect(owed.filter(data => (data as { isAsked?: true }).isAsked)).toHaveLength(1);
    expect(ids.map(id => where(on, id)?.person)).toEqual(ids.map(() => 'omar'));
    expect(questions(on)).toBe(1);
  });
});

it('is caught on freshservice where only the group is changed and the agent is left', async () => {
  const on = await starts.freshservice();
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:20');
  await on.change(id, 'ana', { team });
  expect(on.facts(id).at(-1)).toMatchObject({ type: 'UnbatonedTransfer', data: { to: { party: 'msp', team } } });
  await on.change(id, 'ana', { priority: 1 });
  expect(on.types(id).filter(type => type === 'UnbatonedTransfer')).toHaveLength(1);
  await on.stop();
});
