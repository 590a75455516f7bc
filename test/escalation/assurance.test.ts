import {
  accepts,
  acceptedByOmar,
  desk,
  given,
  moves,
  network,
  noc,
  offeredByAna,
  takes,
  ticks,
  waits,
  type Step,
} from '../support/story';

/** Omar's browser says that he took it; the server found the ticket with him. */
const claims = (at: string, who = 'omar'): Step => [at, who, { type: 'AcceptHandoff' }, { assurance: 'claimed' }];
const claimed = async () => given(await offeredByAna(), claims('2026-03-02 10:12:03'));

describe('every fact', () => {
  it('says how sure it is that its actor acted', async () => {
    const told = await given(await claimed(), moves('2026-03-02 10:30', 'omar', noc, 'grace'));
    expect((await told.facts()).map(({ type, by }) => [type, by.assurance])).toEqual([
      ['EscalationOpened', 'platform'],
      ['Claimed', 'platform'],
      ['HandoffOffered', 'platform'],
      ['HandoffAccepted', 'claimed'],
      ['Passed', 'platform'],
    ]);
  });
});

describe('a claimed acceptance', () => {
  it('moves custody at once and waits for the desk’s own event', async () => {
    const told = await claimed();
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect((await told.open()).confirming).toMatchObject({ person: 'omar', fact: 4 });
  });

  it('is raised by the actor of that event, though the desk saw it before Baton heard of it', async () => {
    const told = await given(await claimed(), takes('2026-03-02 10:12', 'omar', noc, { learned: '2026-03-02T10:13Z' }));
    expect((await told.factsOf('AssuranceRaised'))[0]).toMatchObject({
      data: { fact: 4 },
      by: { assurance: 'platform' },
    });
    expect((await told.open()).confirming).toBeUndefined();
  });

  it('is raised once, whatever is delivered again', async () => {
    const told = await given(
      await claimed(),
      takes('2026-03-02 10:12', 'omar', noc),
      takes('2026-03-02 10:12', 'omar', noc),
    );
    expect(await told.factsOf('AssuranceRaised')).toHaveLength(1);
  });

  it('keeps waiting while other things happen, and through lapses of nothing', async () => {
    const told = await given(await claimed(), waits('2026-03-02 10:13', 'omar'), ticks('2026-03-02 12:00'));
    expect((await told.open()).confirming?.person).toBe('omar');
  });

  it('is not confirmed by what Baton’s own account did', async () => {
    const told = await claimed();
    const own = await told.happens(...moves('2026-03-02 10:12:10', undefined, noc, 'omar', { rule: 'baton' }));
    expect(own.facts).toEqual([]);
    expect((await told.open()).confirming?.person).toBe('omar');
  });

  it('is moot once the ticket has moved on', async () => {
    const told = await given(await claimed(), moves('2026-03-02 10:30', 'grace', noc, 'grace'));
    expect((await told.open()).confirming).toBeUndefined();
  });

  it('by the platform itself needs no confirming', async () => {
    expect((await (await acceptedByOmar()).open()).confirming).toBeUndefined();
  });
});

describe('another actor than the claimed one', () => {
  it('gives custody back to the giver', async () => {
    const told = await given(await claimed(), moves('2026-03-02 10:12', 'grace', noc, 'omar'));
    expect((await told.factsOf('IdentityDisputed'))[0]?.data).toEqual({
      fact: 4,
      claimed: 'omar',
      actor: 'grace',
      custody: { ...desk, person: 'ana' },
    });
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect(await told.open()).toMatchObject({ status: 'held' });
    expect((await told.open()).promised).toBeUndefined();
    expect((await told.open()).confirming).toBeUndefined();
  });

  it('may be somebody the agreement does not know', async () => {
    const told = await given(await claimed(), moves('2026-03-02 10:12', undefined, noc, 'omar', { stranger: '4242' }));
    expect((await told.factsOf('IdentityDisputed'))[0]?.data).toMatchObject({ actor: '4242' });
  });

  it('ten minutes later disputes nothing: the claim stays as it is', async () => {
    const late = { learned: '2026-03-02T10:23Z' };
    const told = await given(await claimed(), moves('2026-03-02 10:12', 'grace', noc, 'omar', late));
    expect(await told.factsOf('IdentityDisputed')).toEqual([]);
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('who only touched the ticket later disputes nothing', async () => {
    const told = await given(await claimed(), moves('2026-03-02 10:15', 'grace', noc, 'omar'));
    expect(await told.factsOf('IdentityDisputed')).toEqual([]);
  });

  it('puts a native field that lies with the claimed person to be moved back', async () => {
    const told = await claimed();
    const { notices } = await told.happens(...moves('2026-03-02 10:12', 'grace', noc, 'omar'));
    expect(notices).toContainEqual(expect.objectContaining({ is: 'assign', to: { ...desk, person: 'ana' } }));
  });
});

describe('an actor whom the desk named before the browser claimed another', () => {
  const named = async (who: string | undefined, at: string, more = {}) =>
    given(await offeredByAna(), moves(at, who, noc, 'omar', more));

  it('disputes the claim as it is made: custody goes back, and the order in which both came makes no difference', async () => {
    const told = await given(await named('grace', '2026-03-02 10:12'), claims('2026-03-02 10:12:03'));
    expect(await told.types()).toEqual([
      ...['EscalationOpened', 'Claimed', 'HandoffOffered', 'MoveFollowedOffer'],
      ...['HandoffAccepted', 'IdentityDisputed'],
    ]);
    expect((await told.factsOf('IdentityDisputed'))[0]?.data).toEqual({
      fact: 5,
      claimed: 'omar',
      actor: 'grace',
      custody: { ...desk, person: 'ana' },
    });
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect(await told.open()).toMatchObject({ status: 'held' });
    expect((await told.open()).confirming).toBeUndefined();
  });

  it('gives the desk’s fields back and tells both leads', async () => {
    const told = await named('grace', '2026-03-02 10:12');
    const { notices } = await told.happens(...claims('2026-03-02 10:12:03'));
    expect(notices).toContainEqual(expect.objectContaining({ is: 'assign', to: { ...desk, person: 'ana' } }));
    expect(notices).toContainEqual(
      expect.objectContaining({ is: 'note', disputed: { claimed: 'omar', actor: 'grace' } }),
    );
  });

  it('may be somebody the agreement does not know', async () => {
    const told = await given(
      await named(undefined, '2026-03-02 10:12', { stranger: '4242' }),
      claims('2026-03-02 10:12:03'),
    );
    expect((await told.factsOf('IdentityDisputed'))[0]?.data).toMatchObject({ actor: '4242' });
  });

  it('more than a minute before had only given it to them: what they then accept stays claimed', async () => {
    const told = await given(await named('grace', '2026-03-02 10:11'), claims('2026-03-02 10:12:03'));
    expect(await told.factsOf('IdentityDisputed')).toEqual([]);
    expect((await told.open()).confirming?.person).toBe('omar');
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it.each([
    ['a rule', undefined, { rule: 'auto-assign' }],
    ['nobody the desk vouches for', 'grace', { assurance: 'claimed' as const }],
  ])('is not %s', async (_, who, more) => {
    const told = await given(await named(who, '2026-03-02 10:12', more), claims('2026-03-02 10:12:03'));
    expect(await told.factsOf('IdentityDisputed')).toEqual([]);
  });

  it('disputes nothing once the desk named another, or where the host itself vouches for who accepts', async () => {
    const renamed = await given(
      await named('grace', '2026-03-02 10:12'),
      moves('2026-03-02 10:12:01', 'grace', network, 'dana'),
      claims('2026-03-02 10:12:03'),
    );
    expect(await renamed.factsOf('IdentityDisputed')).toEqual([]);
    const vouched = await given(await named('grace', '2026-03-02 10:12'), accepts('2026-03-02 10:12:03', 'omar'));
    expect(await vouched.factsOf('IdentityDisputed')).toEqual([]);
  });
});

it('a refused acceptance leaves nothing to confirm', async () => {
  const told = await offeredByAna();
  await told.happens(...accepts('2026-03-02 10:12', 'dana'));
  expect((await told.open()).confirming).toBeUndefined();
});
