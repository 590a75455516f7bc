import {
  acceptedByOmar,
  accepts,
  crossing,
  given,
  heldByAna,
  instant,
  offeredByAna,
  offers,
  people,
  resolves,
  story,
  storyWith,
  ticks,
  withdraws,
} from '../support/story';

describe('accepting', () => {
  it('moves custody to the person, at once, with the deadline asked', async () => {
    const told = await acceptedByOmar();
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect((await told.open()).promised).toMatchObject({ handoff: 'h1', deadline: instant('2026-03-02 16:00') });
  });

  it('keeps the giver’s packet as what was promised', async () => {
    const told = await acceptedByOmar();
    const [offered] = await told.factsOf('HandoffOffered');
    expect((await told.open()).promised?.texts).toEqual(offered?.texts);
  });

  it.each([
    ['somebody of the giver’s party', 'carla', 'wrong-party', 'Only Northwind can answer this offer.'],
    ['a person of another team', 'dana', 'not-in-team', 'It is offered to Northwind NOC.'],
    ['somebody nobody knows', 'zoe', 'wrong-party', 'Only Northwind can answer this offer.'],
  ])('is refused to %s', async (_, who, code, sentence) => {
    const told = await offeredByAna();
    const { refusal } = await told.happens(...accepts('2026-03-02 10:12', who));
    expect(refusal).toMatchObject({ code, sentence });
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('is refused to whom the directory puts in another party than the event does', async () => {
    const told = await offeredByAna();
    const { refusal } = await told.happens('2026-03-02 10:12', undefined, { type: 'AcceptHandoff' });
    expect(refusal?.code).toBe('wrong-party');
  });

  it('is refused to somebody who has left', async () => {
    const told = await offeredByAna(story({}, { directory: people({ omar: { active: false } }) }));
    const { refusal } = await told.happens(...accepts('2026-03-02 10:12', 'omar'));
    expect(refusal?.code).toBe('not-a-participant');
  });

  it('is open to the receiving lead, whatever their team', async () => {
    const told = await given(
      await heldByAna(),
      offers('2026-03-02 10:00', 'ana', { team: 'northwind-network' }),
      accepts('2026-03-02 10:12', 'grace'),
    );
    expect(await told.holder()).toBe('msp/northwind-network/grace');
  });

  it('twice by the same person is once', async () => {
    const told = await acceptedByOmar();
    const again = await told.happens(...accepts('2026-03-02 10:12:01', 'omar'));
    expect(again).toMatchObject({ facts: [] });
    expect(again.refusal).toBeUndefined();
  });

  it('a moment after a colleague is refused, and says who was faster', async () => {
    const told = await acceptedByOmar();
    const { refusal } = await told.happens(...accepts('2026-03-02 10:12:01', 'grace'));
    expect(refusal).toMatchObject({ code: 'already-answered', sentence: 'Omar Said has already accepted it.' });
  });

  it('a moment after the offer was withdrawn or the ticket resolved is refused, and says so', async () => {
    const withdrawn = await given(await offeredByAna(), withdraws('2026-03-02 10:11', 'ana'));
    const late = await withdrawn.happens(...accepts('2026-03-02 10:12', 'omar'));
    expect(late.refusal).toMatchObject({ code: 'already-answered', sentence: 'The offer was withdrawn.' });
    const resolved = await given(await offeredByAna(), resolves('2026-03-02 10:11', 'ana'));
    expect((await resolved.happens(...accepts('2026-03-02 10:12', 'omar'))).refusal?.code).toBe('already-resolved');
  });

  it('after a lapse is open to the first team still, and counts for that team', async () => {
    const network = { team: 'northwind-network', who: 'team', acknowledge: 1_800_000 } as const;
    const told = storyWith(crossing('client>msp', { ladder: [network] }));
    await given(await offeredByAna(told), ticks('2026-03-02 10:31'), accepts('2026-03-02 10:40', 'omar'));
    expect(await told.types()).toContain('OfferLapsed');
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });
});

describe('accepting with another deadline', () => {
  it('promises that one, later than asked and before the clock of record', async () => {
    const told = await given(await offeredByAna(), accepts('2026-03-02 10:12', 'omar', '2026-03-02 16:30'));
    expect((await told.open()).promised?.deadline).toBe(instant('2026-03-02 16:30'));
  });

  it('is refused at or after the resolve deadline: eight service hours from nine', async () => {
    const told = await offeredByAna();
    const { refusal } = await told.happens(...accepts('2026-03-02 10:12', 'omar', '2026-03-02 17:00'));
    expect(refusal).toMatchObject({ code: 'deadline-too-late', fields: { deadline: expect.any(String) } });
  });

  it('is refused for an instant that has passed', async () => {
    const told = await offeredByAna();
    const { refusal } = await told.happens(...accepts('2026-03-02 10:12', 'omar', '2026-03-02 10:12'));
    expect(refusal?.code).toBe('deadline-past');
  });

  it('needs no other deadline where the one asked has passed meanwhile', async () => {
    const told = await given(
      await heldByAna(),
      offers('2026-03-02 10:00', 'ana', { deadline: instant('2026-03-02 10:10') }),
      accepts('2026-03-02 10:12', 'omar'),
    );
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });
});
