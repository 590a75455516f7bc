import {
  acceptedByOmar,
  crossing,
  customerReplies,
  given,
  heldByAna,
  holds,
  instant,
  moves,
  noc,
  offers,
  resumes,
  storyWith,
  waits,
  accepts,
} from '../support/story';

describe('waiting for the customer', () => {
  it('pauses the clock until it is over: the deadline moves by just that much service time', async () => {
    const told = await heldByAna();
    expect((await told.clock('2026-03-02 10:00')).dueAt).toBe(instant('2026-03-02 17:00'));
    await given(
      told,
      waits('2026-03-02 10:00', 'ana'),
      holds('2026-03-02 10:05', 'ana'),
      resumes('2026-03-02 10:40', 'ana'),
    );
    expect((await told.clock('2026-03-02 11:00')).dueAt).toBe(instant('2026-03-02 17:40'));
  });

  it('says since when and for whom while it lasts', async () => {
    const told = await given(await heldByAna(), waits('2026-03-02 10:00', 'ana'), holds('2026-03-02 10:05', 'ana'));
    expect(await told.clock('2026-03-02 11:00')).toMatchObject({
      status: 'paused',
      pausedAt: instant('2026-03-02 10:00'),
      whom: 'customer',
      elapsed: 3_600_000,
    });
  });

  it('ends with the customer’s reply, although the desk’s status waits on', async () => {
    const told = await given(await heldByAna(), waits('2026-03-02 10:00', 'ana'), customerReplies('2026-03-02 10:30'));
    expect((await told.clock('2026-03-02 11:00')).status).toBe('running');
    expect((await told.open()).uncounted).toBe('customer');
  });

  it('counts for the holder only: the other party pauses nothing', async () => {
    const told = await given(await heldByAna(), waits('2026-03-02 10:00', 'omar'));
    expect((await told.types()).at(-1)).toBe('WaitingNotCounted');
    expect((await told.clock('2026-03-02 11:00')).status).toBe('running');
  });

  it('counts for whoever held it at that instant', async () => {
    const told = await acceptedByOmar();
    await told.happens(
      '2026-03-02 09:30',
      'ana',
      { type: 'WaitingStarted', whom: 'customer' },
      { learned: '2026-03-02T10:20Z' },
    );
    expect((await told.types()).slice(-2)).toEqual(['WaitingStarted', 'WaitingVoided']);
  });

  it('is not for somebody the agreement does not know', async () => {
    const told = await heldByAna();
    await told.happens(
      '2026-03-02 10:00',
      undefined,
      { type: 'WaitingStarted', whom: 'customer' },
      { stranger: '4242' },
    );
    expect((await told.clock('2026-03-02 11:00')).status).toBe('running');
  });

  it('may be set by a rule of the desk', async () => {
    const told = await heldByAna();
    await told.happens('2026-03-02 10:00', undefined, { type: 'WaitingStarted', whom: 'customer' }, { rule: 'auto' });
    expect((await told.clock('2026-03-02 11:00')).status).toBe('paused');
  });
});

describe('waiting for a vendor or the other party', () => {
  it.each(['vendor', 'msp', 'client'] as const)('pauses nothing: %s', async whom => {
    const told = await given(await heldByAna(), waits('2026-03-02 10:00', 'ana', whom));
    expect((await told.types()).at(-1)).toBe('WaitingNotCounted');
    expect((await told.clock('2026-03-02 11:00')).status).toBe('running');
  });

  it('ends a pause for the customer', async () => {
    const told = await given(
      await heldByAna(),
      waits('2026-03-02 10:00', 'ana'),
      holds('2026-03-02 10:05', 'ana'),
      waits('2026-03-02 10:30', 'ana', 'vendor'),
    );
    expect((await told.types()).slice(-2)).toEqual(['WaitingEnded', 'WaitingNotCounted']);
    expect((await told.clock('2026-03-02 11:00')).dueAt).toBe(instant('2026-03-02 17:30'));
  });

  it('ends one that is heard of only later', async () => {
    const told = await given(await heldByAna(), waits('2026-03-02 10:20', 'ana', 'vendor'));
    await told.happens(
      '2026-03-02 10:00',
      'ana',
      { type: 'WaitingStarted', whom: 'customer' },
      { learned: '2026-03-02T10:30Z' },
    );
    expect(await told.clock('2026-03-02 11:00')).toMatchObject({
      status: 'running',
      dueAt: instant('2026-03-02 17:00'),
    });
    expect((await told.open()).uncounted).toBe('vendor');
  });

  it('is said once, however often the desk is read', async () => {
    const told = await given(
      await heldByAna(),
      waits('2026-03-02 10:00', 'ana', 'vendor'),
      waits('2026-03-02 10:10', 'ana', 'vendor'),
    );
    expect(await told.factsOf('WaitingNotCounted')).toHaveLength(1);
  });
});

describe('a pause', () => {
  it('survives a handoff, a decline, a return and a pass', async () => {
    const told = await given(
      await heldByAna(),
      waits('2026-03-02 09:30', 'ana'),
      holds('2026-03-02 09:31', 'ana'),
      resumes('2026-03-02 09:50', 'ana'),
      offers('2026-03-02 10:00', 'ana'),
      accepts('2026-03-02 10:12', 'omar'),
      moves('2026-03-02 10:20', 'omar', noc, 'grace'),
    );
    expect((await told.clock('2026-03-02 11:00')).dueAt).toBe(instant('2026-03-02 17:20'));
  });

  it('is in place whichever of its ends is heard of first', async () => {
    const ended = { learned: '2026-03-02T10:50Z' };
    const told = await given(await heldByAna(), customerReplies('2026-03-02 10:40'));
    await told.happens(
      '2026-03-02 10:00',
      'ana',
      { type: 'WaitingStarted', whom: 'customer' },
      { learned: '2026-03-02T10:25Z' },
    );
    await given(told, customerReplies('2026-03-02 10:20', ended));
    expect((await told.clock('2026-03-02 11:00')).dueAt).toBe(instant('2026-03-02 17:20'));
  });

  it('is not lost when the second of two is heard of before the first ended', async () => {
    const told = await given(
      await heldByAna(),
      waits('2026-03-02 10:00', 'ana'),
      holds('2026-03-02 10:05', 'ana'),
      waits('2026-03-02 11:00', 'ana'),
      customerReplies('2026-03-02 11:25'),
    );
    await told.happens('2026-03-02 10:10', 'ana', { type: 'WaitingEnded' }, { learned: '2026-03-02T11:40Z' });
    expect((await told.clock('2026-03-02 12:00')).dueAt).toBe(instant('2026-03-02 17:35'));
  });
});

describe('an offer to a closed receiver', () => {
  const friday = (closedReceiver: 'giver holds' | 'on call' | 'wait and stop') =>
    heldByAna(storyWith(crossing('client>msp', { closedReceiver }))).then(told =>
      given(told, offers('2026-03-06 16:50', 'ana', { deadline: instant('2026-03-09 12:00') })),
    );

  it('stops the customer’s clock where the agreement says wait and stop', async () => {
    const told = await friday('wait and stop');
    expect((await told.clock('2026-03-06 17:30')).elapsed - (await told.clock('2026-03-06 17:00')).elapsed).toBe(0);
    const paused = (await told.waterfall('2026-03-06 17:30')).filter(stretch => stretch.is === 'paused');
    expect(paused).toEqual([expect.objectContaining({ waitedFor: 'msp', ms: 1_800_000 })]);
  });

  it.each(['giver holds', 'on call'] as const)('stops no clock where it says %s', async rule => {
    const told = await friday(rule);
    expect((await told.clock('2026-03-06 17:30')).elapsed - (await told.clock('2026-03-06 17:00')).elapsed).toBe(
      1_800_000,
    );
  });
});
