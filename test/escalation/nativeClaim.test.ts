import {
  accepts,
  acceptedByOmar,
  desk,
  given,
  heldByAna,
  infra,
  instant,
  moves,
  network,
  noc,
  offeredByAna,
  offers,
  resolves,
  takes,
  ticks,
} from '../support/story';

describe('taking an offered ticket on the desk', () => {
  it('is accepting it', async () => {
    const told = await given(await offeredByAna(), takes('2026-03-02 10:12', 'omar', noc));
    const [accepted] = await told.factsOf('HandoffAccepted');
    expect(accepted).toMatchObject({ data: { how: 'claimed natively', deadline: instant('2026-03-02 16:00') } });
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('is accepting it for any agent of the receiving party', async () => {
    const told = await given(await offeredByAna(), takes('2026-03-02 10:12', 'dana', network));
    expect(await told.holder()).toBe('msp/northwind-network/dana');
  });

  it('is not accepting it when somebody else assigns it', async () => {
    const told = await given(await offeredByAna(), moves('2026-03-02 10:12', 'grace', noc, 'omar'));
    expect((await told.types()).at(-1)).toBe('MoveFollowedOffer');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('is accepting it once: the panel’s acceptance a moment later means nothing more', async () => {
    const told = await given(await offeredByAna(), takes('2026-03-02 10:12', 'omar', noc));
    const again = await told.happens(...accepts('2026-03-02 10:12:02', 'omar'));
    expect(again).toMatchObject({ facts: [], notices: [] });
    expect(again.refusal).toBeUndefined();
  });

  it('counts at its instant when it arrives after a lapse; the lapse is not unsaid', async () => {
    const told = await given(
      await offeredByAna(),
      ticks('2026-03-02 10:31'),
      takes('2026-03-02 10:29', 'omar', noc, { learned: '2026-03-02T10:40Z' }),
    );
    expect((await told.types()).slice(-2)).toEqual(['OfferLapsed', 'HandoffAccepted']);
    expect((await told.open()).custody.slice(-1)[0]?.at).toBe(instant('2026-03-02 10:29'));
    expect((await told.open()).offers[0]).toMatchObject({ to: instant('2026-03-02 10:29'), answer: 'accepted' });
  });

  it('counts against what the giver’s side still did, not knowing', async () => {
    const told = await given(
      await offeredByAna(),
      moves('2026-03-02 10:20', 'ana', infra, 'bruno'),
      takes('2026-03-02 10:15', 'omar', noc, { learned: '2026-03-02T10:25Z' }),
    );
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect((await told.open()).native).toEqual({ ...infra, person: 'bruno' });
  });

  it('counts although the ticket was resolved meanwhile, and leaves it resolved', async () => {
    const told = await given(
      await offeredByAna(),
      resolves('2026-03-02 10:30', 'ana'),
      takes('2026-03-02 10:20', 'omar', noc, { learned: '2026-03-02T10:32Z' }),
    );
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect((await told.open()).status).toBe('resolved');
  });

  it('by a colleague who was slower than one who accepted in the panel takes nothing from them', async () => {
    const told = await given(
      await offeredByAna(),
      accepts('2026-03-02 10:20', 'omar'),
      takes('2026-03-02 10:10', 'grace', noc, { learned: '2026-03-02T10:21Z' }),
    );
    expect((await told.types()).at(-1)).toBe('MoveFollowedOffer');
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('before the offer was made accepts nothing', async () => {
    const told = await given(
      await offeredByAna(),
      takes('2026-03-02 09:50', 'omar', noc, { learned: '2026-03-02T10:10Z' }),
    );
    expect((await told.types()).at(-1)).toBe('UnbatonedTransfer');
    expect((await told.open()).status).toBe('offered');
  });

  it('counts in the very second of the offer, which some desks tell without its fraction', async () => {
    const told = await given(
      await heldByAna(),
      offers('2026-03-02T10:00:00.700Z', 'ana'),
      takes('2026-03-02T10:00:00Z', 'omar', noc, { learned: '2026-03-02T10:00:01Z' }),
    );
    expect((await told.types()).at(-1)).toBe('HandoffAccepted');
  });

  it('is known already when the desk reports the assignment that Baton made itself', async () => {
    const told = await acceptedByOmar();
    const own = await told.happens(...moves('2026-03-02 10:12', undefined, noc, 'omar', { rule: 'baton' }));
    expect(own.facts).toEqual([]);
    const truncated = await told.happens(...moves('2026-03-02 10:11:59', undefined, noc, 'omar', { rule: 'baton' }));
    expect(truncated.facts).toEqual([]);
  });
});

describe('custody as it was at the instant', () => {
  it('judges a move that arrives out of order', async () => {
    const told = await given(
      await acceptedByOmar(),
      moves('2026-03-02 09:40', 'carla', infra, undefined, { learned: '2026-03-02T10:30Z' }),
    );
    expect((await told.types()).at(-1)).toBe('Passed');
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect((await told.open()).custody.map(({ to }) => to.team)).toEqual([
      'contoso-desk',
      'contoso-desk',
      'contoso-infra',
      'northwind-noc',
    ]);
  });

  it('does not let an old report say where the ticket lies now', async () => {
    const told = await given(
      await acceptedByOmar(),
      takes('2026-03-02 09:03', 'carla', desk, { learned: '2026-03-02T10:30Z' }),
    );
    expect((await told.open()).native).toEqual({ ...noc, person: 'omar' });
  });

  it('is untouched by what was seen before the escalation began', async () => {
    const told = await acceptedByOmar();
    const early = await told.happens(...takes('2026-03-02 08:30', 'carla', desk, { learned: '2026-03-02T10:30Z' }));
    expect(early.facts).toEqual([]);
  });
});
