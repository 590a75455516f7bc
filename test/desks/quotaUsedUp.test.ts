import { startFreshservice, type TestDesk } from './support/desks';

jest.setTimeout(60_000);

async function offered(on: TestDesk): Promise<string> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  await on.offer(id, 'ana');
  await on.until('09:12');
  return id;
}

describe('a quota of Freshservice that is used up in the middle of an act', () => {
  it.each(['requestsPerMinute', 'keyValuePerMinute', 'entitiesPerMinute'] as const)(
    'says so, and the same press does it a minute later: %s',
    async quota => {
      const on = await startFreshservice();
      const id = await offered(on);
      const press = { type: 'accept', actId: 'the-same-press' };
      const asked = { requestsPerMinute: /agents/, keyValuePerMinute: /db\.get/, entitiesPerMinute: /entity\./ };
      on.fate.befalls(asked[quota], { status: 429 });
      expect(await on.ask(id, 'omar', press)).toMatchObject({ ok: false, code: 'busy' });
      on.fate.passes();
      await on.until('09:13');
      expect(await on.ask(id, 'omar', press)).toMatchObject({ ok: true });
      expect(on.types(id).filter(type => type === 'HandoffAccepted')).toHaveLength(1);
      await on.stop();
    },
  );

  it('one request a minute carries one press a minute', async () => {
    const on = await startFreshservice({ limits: { requestsPerMinute: 1 } });
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
    expect(await on.ask(id, 'ana', { type: 'withdraw' })).toMatchObject({ ok: false, code: 'no-offer' });
    expect(await on.ask(id, 'ana', { type: 'withdraw' })).toMatchObject({ ok: false, code: 'busy' });
    await on.until('09:02');
    expect(await on.ask(id, 'ana', { type: 'withdraw' })).toMatchObject({ ok: false, code: 'no-offer' });
    await on.stop();
  });
});

describe('an agent who is gone', () => {
  it.each([
    { type: 'accept' },
    { type: 'accept as it is', reason: 'urgent' },
    { type: 'take back', why: 'Assigned by mistake' },
  ])('is not let act, and that is what they are told: %j', async press => {
    const on = await startFreshservice();
    const id = await offered(on);
    on.fate.befalls(/GET .*agents/, { status: 404 });
    expect(await on.ask(id, 'omar', press)).toMatchObject({ ok: false, code: 'not-in-team' });
    await on.stop();
  });
});
