import { starts, type TestDesk } from './support/desks';

jest.setTimeout(60_000);

const names = ['freshservice', 'jira'] as const;

async function offered(on: TestDesk): Promise<string> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  await on.offer(id, 'ana');
  await on.until('09:12');
  return id;
}

const linked = (on: TestDesk, id: string): boolean =>
  on.facts(id).every(({ seq, prev }, index, all) => seq === index + 1 && prev === (all[index - 1]?.hash ?? 'start'));

describe.each(names)('two people at once on %s', name => {
  it('one accepts while the other withdraws: one of them did it, the other is told', async () => {
    const on = await starts[name]();
    const id = await offered(on);
    const answers = await Promise.all([
      on.ask(id, 'omar', { type: 'accept' }),
      on.ask(id, 'ana', { type: 'withdraw' }),
    ]);
    await on.desk.settle();
    const told = answers.filter(answer => !answer.ok);
    expect(told).toMatchObject([
      { code: expect.stringMatching(/^(no-offer|already-answered)$/), view: expect.anything() },
    ]);
    expect(on.types(id).filter(type => /Accepted|Withdrawn/.test(type))).toHaveLength(1);
    expect(linked(on, id)).toBe(true);
    await on.stop();
  });

  it('both of the team accept: one has it, the other is told who', async () => {
    const on = await starts[name]();
    const id = await offered(on);
    const answers = await Promise.all(['omar', 'grace'].map(person => on.ask(id, person, { type: 'accept' })));
    await on.desk.settle();
    expect(answers.filter(answer => answer.ok)).toHaveLength(1);
    expect(on.types(id).filter(type => type === 'HandoffAccepted')).toHaveLength(1);
    expect(linked(on, id)).toBe(true);
    await on.stop();
  });

  it('the same press sent twice counts once', async () => {
    const on = await starts[name]();
    const id = await offered(on);
    const press = { type: 'decline', actId: 'the-same-press', code: 'no-capacity', why: 'Two of us are off today' };
    await Promise.all([on.ask(id, 'omar', press), on.ask(id, 'omar', press)]);
    await on.desk.settle();
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed', 'HandoffOffered', 'HandoffDeclined']);
    await on.stop();
  });

  it('several fields change while somebody offers it: every one is a fact, none twice', async () => {
    const on = await starts[name]();
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
    await on.until('09:10');
    await Promise.all([
      on.offer(id, 'ana'),
      on.change(id, 'carla', { priority: 3 }),
      on.say(id, 'ana', 'We are looking into it.', true),
    ]);
    await on.desk.settle();
    expect([...on.types(id)].sort()).toEqual(
      ['EscalationOpened', 'Claimed', 'FirstReplySent', 'HandoffOffered', 'TermsReplaced', 'WorkStarted'].sort(),
    );
    expect(linked(on, id)).toBe(true);
    await on.stop();
  });
});

describe.each(names)('the same person in two tabs on %s', name => {
  it('hands it off in both: one handoff, and the other tab is told', async () => {
    const on = await starts[name]();
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
    await on.until('09:10');
    const answers = await Promise.all([
      on.offer(id, 'ana', { nextAction: 'Replace the volume' }),
      on.offer(id, 'ana', { nextAction: 'Restart the array' }),
    ]);
    expect(answers.filter(answer => answer.ok)).toHaveLength(1);
    expect(answers.find(answer => !answer.ok)).toMatchObject({ sentence: expect.any(String), view: expect.anything() });
    expect(on.types(id).filter(type => type === 'HandoffOffered')).toHaveLength(1);
    expect(linked(on, id)).toBe(true);
    await on.stop();
  });

  it('accepts in one and declines in the other: one of them counts', async () => {
    const on = await starts[name]();
    const id = await offered(on);
    const decline = { type: 'decline', code: 'no-capacity', why: 'Two of us are off today' };
    const answers = await Promise.all([on.ask(id, 'omar', { type: 'accept' }), on.ask(id, 'omar', decline)]);
    await on.desk.settle();
    expect(answers.filter(answer => answer.ok)).toHaveLength(1);
    expect(on.types(id).filter(type => /Accepted|Declined/.test(type))).toHaveLength(1);
    await on.stop();
  });

  it('presses what an old tab still shows: told, with the panel as it is now', async () => {
    const on = await starts[name]();
    const id = await offered(on);
    await on.ask(id, 'ana', { type: 'withdraw' });
    await on.offer(id, 'ana', { nextAction: 'Restart the array' });
    const stale = await on.ask(id, 'omar', { type: 'accept', handoff: 'h1' });
    expect(stale).toMatchObject({ ok: false, view: expect.anything() });
    expect(on.types(id)).not.toContain('HandoffAccepted');
    await on.stop();
  });
});

describe.each(names)('two processes of the app on one store, on %s', name => {
  it('decide about the same offer at once: one of them does, the other decides again', async () => {
    const on = await starts[name]();
    const other = await starts[name]({ db: on.db });
    const id = await offered(on);
    await other.until('09:12');
    const answers = await Promise.all([
      on.ask(id, 'omar', { type: 'accept' }),
      other.ask(id, 'ana', { type: 'withdraw', actId: 'from-the-other' }),
    ]);
    await Promise.all([on.desk.settle(), other.desk.settle()]);
    expect(answers.filter(answer => answer.ok)).toHaveLength(1);
    expect(on.types(id).filter(type => /Accepted|Withdrawn/.test(type))).toHaveLength(1);
    expect(linked(on, id)).toBe(true);
    await other.desk.stop();
    await on.stop();
  });
});

describe.each(names)('Baton’s own writes on %s', name => {
  it('come back as events, mean nothing more, and cause no other write', async () => {
    const on = await starts[name]();
    const id = await offered(on);
    await on.ask(id, 'omar', { type: 'accept' });
    await on.until('10:00');
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed', 'HandoffOffered', 'HandoffAccepted']);
    expect(on.standing(id)).toBe('held msp/northwind-noc/omar');
    const writes = on.fate.operations.filter(operation => /^(PUT|POST) .*(tickets|issue)/.test(operation));
    expect(writes.length).toBeLessThanOrEqual(2);
    await on.stop();
  });
});

describe('what Freshservice sends no event for', () => {
  it('tags and fields of one’s own change nothing and cost nothing', async () => {
    const on = await starts.freshservice();
    const id = await on.open();
    const before = on.fate.operations.length;
    await on.desk.rest({
      ...{ method: 'PUT', path: `/api/v2/tickets/${id}`, query: {}, body: '{"tags":["payroll"]}' },
      headers: { authorization: `Basic ${Buffer.from(`${on.desk.apiKey}:X`).toString('base64')}` },
    });
    await on.desk.settle();
    expect(on.fate.operations).toHaveLength(before);
    await on.stop();
  });

  it.each(['changes', 'model_changes', 'none'] as const)('a move is seen however it is told: %s', async manner => {
    const on = await starts.freshservice();
    on.desk.changeMetadata = manner;
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana', priority: 3, status: 'pending' });
    expect([...on.types(id)].sort()).toEqual(['Claimed', 'EscalationOpened', 'TermsReplaced', 'WaitingStarted']);
    await on.stop();
  });
});
