import {
  acceptedByOmar,
  desk,
  given,
  heldByAna,
  infra,
  moves,
  network,
  noc,
  offeredByAna,
  opens,
  resolves,
  story,
  takes,
} from '../support/story';

describe('opening', () => {
  it('gives custody to the team the ticket comes in at', async () => {
    const told = await given(story(), opens('2026-03-02 09:00'));
    expect(await told.holder()).toBe('client/contoso-desk/-');
  });

  it('pins the agreement version and its terms in the first fact', async () => {
    const told = await given(story(), opens('2026-03-02 09:00'));
    const [opened] = await told.factsOf('EscalationOpened');
    expect(opened).toMatchObject({
      data: { terms: { version: 1, cell: 'incident-p2', resolve: { within: 28_800_000 } } },
    });
  });

  it('leaves a ticket that no cell governs alone, and refuses acts on it', async () => {
    const told = story({}, { terms: async () => undefined });
    await given(told, opens('2026-03-02 09:00'), takes('2026-03-02 09:05', 'ana', desk));
    expect(await told.facts()).toEqual([]);
    const { refusal } = await told.happens('2026-03-02 09:10', 'ana', { type: 'WithdrawHandoff' });
    expect(refusal?.code).toBe('not-governed');
  });

  it('happens at the first move where nothing was heard of the creation, marked as history', async () => {
    const told = story();
    await told.happens('2026-03-02 09:30', 'ana', { type: 'TicketMoved', from: desk, to: infra });
    expect(await told.types()).toEqual(['EscalationOpened', 'Passed']);
    expect((await told.facts()).map(fact => fact.by.assurance)).toEqual(['history', 'platform']);
  });

  it('does not take a first move by whoever held it for routing', async () => {
    const told = story();
    await told.happens('2026-03-02 09:30', 'ana', { type: 'TicketMoved', from: { ...desk, person: 'ana' }, to: noc });
    expect(await told.types()).toEqual(['EscalationOpened', 'UnbatonedTransfer']);
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('gives custody to the intake where the agreement does not know the team, and keeps what it saw', async () => {
    const told = story();
    await told.happens('2026-03-02 09:00', undefined, { type: 'TicketOpened', to: { party: 'msp', team: 'ghosts' } });
    expect(await told.types()).toEqual(['EscalationOpened', 'MoveUnexplained']);
    expect(await told.holder()).toBe('client/contoso-desk/-');
  });
});

describe('a claim', () => {
  it('is a person taking it inside the holding team', async () => {
    const told = await heldByAna();
    expect(await told.types()).toEqual(['EscalationOpened', 'Claimed']);
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('is a pass when somebody else gives it to them', async () => {
    const told = await given(story(), opens('2026-03-02 09:00'), moves('2026-03-02 09:05', 'carla', desk, 'ana'));
    expect(await told.types()).toEqual(['EscalationOpened', 'Passed']);
  });

  it('puts nobody of a team that is not named on a fact', async () => {
    const told = story();
    await told.happens('2026-03-02 09:00', undefined, { type: 'TicketOpened', to: { party: 'client' } });
    await told.happens('2026-03-02 09:05', 'ana', { type: 'TicketMoved', to: { party: 'client', person: 'ana' } });
    expect(await told.holder()).toBe('client/-/ana');
  });
});

describe('a pass', () => {
  it('moves custody inside the party without packet or question where the tier does not go up', async () => {
    const told = await given(
      story(),
      opens('2026-03-02 09:00'),
      takes('2026-03-02 09:05', 'bruno', infra),
      moves('2026-03-02 09:30', 'bruno', desk, 'ana'),
    );
    expect((await told.types()).at(-1)).toBe('Passed');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('by a dispatcher asks nothing either, although the tier goes up', async () => {
    const told = await given(await heldByAna(), moves('2026-03-02 09:30', 'carla', infra, 'bruno'));
    expect(await told.types()).toEqual(['EscalationOpened', 'Claimed', 'Passed']);
    expect(await told.holder()).toBe('client/contoso-infra/bruno');
  });

  it('empties the person and keeps the team when it is unassigned', async () => {
    const told = await given(await heldByAna(), moves('2026-03-02 09:30', 'ana', desk));
    expect(await told.holder()).toBe('client/contoso-desk/-');
  });

  it('leaves an open offer standing', async () => {
    const told = await given(await offeredByAna(), moves('2026-03-02 10:05', 'ana', infra, 'bruno'));
    expect((await told.open()).status).toBe('offered');
    expect(await told.holder()).toBe('client/contoso-infra/bruno');
  });
});

describe('routing', () => {
  it('by a rule before anybody claimed it moves custody, asks no packet and leaves an acknowledgement owed', async () => {
    const told = await given(
      story(),
      opens('2026-03-02 09:00'),
      moves('2026-03-02 09:01', undefined, noc, undefined, { rule: 'network alerts' }),
    );
    expect(await told.types()).toEqual(['EscalationOpened', 'Routed']);
    expect(await told.holder()).toBe('msp/northwind-noc/-');
    expect(await told.owed('2026-03-02 09:02')).toContainEqual(
      expect.objectContaining({ kind: 'acknowledge', party: 'msp', team: 'northwind-noc' }),
    );
  });

  it('by a dispatcher who has not worked on it is routing too', async () => {
    const told = await given(story(), opens('2026-03-02 09:00'), moves('2026-03-02 09:01', 'carla', noc));
    expect(await told.types()).toEqual(['EscalationOpened', 'Routed']);
  });

  it('is no excuse for a human who has worked on it: that move is un-batoned', async () => {
    const told = await given(
      story(),
      opens('2026-03-02 09:00'),
      ['2026-03-02 09:01', 'ana', { type: 'PublicReplySent' }],
      moves('2026-03-02 09:02', 'ana', noc),
    );
    expect((await told.types()).at(-1)).toBe('UnbatonedTransfer');
    expect(await told.holder()).toBe('client/contoso-desk/-');
  });

  it('ends with the first claim: afterwards even a rule needs an offer', async () => {
    const told = await given(
      await heldByAna(),
      moves('2026-03-02 09:30', undefined, noc, undefined, { rule: 'network alerts' }),
    );
    expect((await told.types()).at(-1)).toBe('UnbatonedTransfer');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('is judged by what had been claimed at the instant of the move', async () => {
    const told = await given(
      await heldByAna(),
      moves('2026-03-02 09:02', undefined, noc, undefined, { rule: 'alerts', learned: '2026-03-02T09:06Z' }),
    );
    expect((await told.types()).at(-1)).toBe('Routed');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });
});

describe('a move that nothing explains', () => {
  it('is written at once and custody stays', async () => {
    const told = await given(await heldByAna(), moves('2026-03-02 09:30', 'ana', noc, 'omar'));
    expect((await told.types()).at(-1)).toBe('UnbatonedTransfer');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect((await told.open()).native).toEqual({ ...noc, person: 'omar' });
  });

  it('is one fact however often the desk reports where the ticket lies', async () => {
    const told = await given(
      await heldByAna(),
      moves('2026-03-02 09:30', 'ana', noc, 'omar'),
      moves('2026-03-02 09:31', 'dana', noc, 'omar'),
      moves('2026-03-02 09:50', 'omar', noc, 'omar'),
    );
    expect(await told.factsOf('UnbatonedTransfer')).toHaveLength(1);
  });

  it('is over when the desk’s fields are back where custody is', async () => {
    const told = await given(
      await heldByAna(),
      moves('2026-03-02 09:30', 'ana', noc),
      moves('2026-03-02 09:33', 'ana', desk, 'ana'),
    );
    expect((await told.types()).at(-1)).toBe('TransferUndone');
    expect((await told.open()).native).toEqual({ ...desk, person: 'ana' });
  });

  it.each([
    ['a team', { party: 'msp', team: 'ghosts' } as const],
    ['a team of another party', { party: 'msp', team: 'contoso-desk' } as const],
    ['a person', { ...desk, person: 'zoe' }],
    ['a person of another party', { ...desk, person: 'omar' }],
  ])('into %s that the agreement does not know is kept and moves no custody', async (_, to) => {
    const told = await given(await heldByAna(), moves('2026-03-02 09:30', 'ana', to));
    expect((await told.types()).at(-1)).toBe('MoveUnexplained');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('stays unexplained when the receiver’s own people move it on', async () => {
    const told = await given(
      await heldByAna(),
      moves('2026-03-02 09:30', 'ana', noc, 'omar'),
      moves('2026-03-02 09:40', 'omar', network, 'dana'),
    );
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('read from the desk’s history moves custody, since acceptance is unknown', async () => {
    const told = await given(
      await heldByAna(),
      moves('2026-03-02 09:30', 'ana', noc, 'omar', { assurance: 'history' }),
    );
    expect((await told.types()).at(-1)).toBe('MovedInHistory');
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('does not take custody from a ticket that is resolved', async () => {
    const told = await given(
      await acceptedByOmar(),
      resolves('2026-03-02 11:00', 'omar'),
      moves('2026-03-02 11:05', 'omar', desk, 'ana'),
    );
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });
});
