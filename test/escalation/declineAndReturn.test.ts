import {
  acceptedByOmar,
  accepts,
  declines,
  given,
  instant,
  moves,
  noc,
  offeredByAna,
  offers,
  returns,
  ticks,
} from '../support/story';

describe('declining', () => {
  it('leaves custody with the giver and ends the offer, with a code and a sentence', async () => {
    const told = await given(await offeredByAna(), declines('2026-03-02 10:10', 'omar'));
    expect((await told.open()).status).toBe('held');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    const [declined] = await told.factsOf('HandoffDeclined');
    expect(declined).toMatchObject({
      data: { handoff: 'h1', code: 'wrong-party' },
      texts: { why: expect.any(String) },
    });
  });

  it.each(['', 'n/a', '-'])('needs a sentence: %j is none', async why => {
    const told = await offeredByAna();
    const { refusal } = await told.happens(...declines('2026-03-02 10:10', 'omar', why));
    expect(refusal).toMatchObject({ code: 'text-missing', fields: { why: expect.any(String) } });
  });

  it('of 100 kB is refused and nothing is stored', async () => {
    const told = await offeredByAna();
    const { refusal } = await told.happens(...declines('2026-03-02 10:10', 'omar', 'x'.repeat(100_000)));
    expect(refusal?.code).toBe('packet-too-large');
    expect(await told.facts()).toHaveLength(3);
  });

  it('is not for the giver', async () => {
    const told = await offeredByAna();
    expect((await told.happens(...declines('2026-03-02 10:10', 'ana'))).refusal?.code).toBe('wrong-party');
  });

  it('a moment after a colleague declined is refused, and says so', async () => {
    const told = await given(await offeredByAna(), declines('2026-03-02 10:10', 'omar'));
    const { refusal } = await told.happens(...accepts('2026-03-02 10:10:01', 'grace'));
    expect(refusal).toMatchObject({ code: 'already-answered', sentence: 'The offer was declined.' });
  });
});

describe('returning before acceptance', () => {
  it('leaves custody with the giver and carries the guidance beside the chain', async () => {
    const told = await given(await offeredByAna(), returns('2026-03-02 10:10', 'omar'));
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect((await told.factsOf('HandoffReturned'))[0]).toMatchObject({ texts: { guidance: expect.any(String) } });
  });

  it('needs guidance', async () => {
    const told = await offeredByAna();
    expect((await told.happens(...returns('2026-03-02 10:10', 'omar', ' '))).refusal?.fields).toHaveProperty(
      'guidance',
    );
  });
});

describe('returning after acceptance', () => {
  const returned = async () => given(await acceptedByOmar(), returns('2026-03-02 11:00', 'omar'));

  it('works where claim, offer and acceptance bear the same instant', async () => {
    const told = await given(await offeredByAna(), accepts('2026-03-02 10:00', 'omar'));
    const { refusal } = await told.happens(...returns('2026-03-02 10:20', 'omar'));
    expect(refusal).toBeUndefined();
    expect(await told.open()).toMatchObject({ status: 'offered', offer: { to: { team: 'contoso-desk' } } });
  });

  it('is an offer back to the team it came from; the returner is accountable until it is taken', async () => {
    const told = await returned();
    expect(await told.open()).toMatchObject({
      status: 'offered',
      offer: { crossing: 'msp>client', to: { party: 'client', team: 'contoso-desk' }, returns: 'h1' },
    });
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('asks for the next action within the origin’s own hours', async () => {
    const late = await given(await acceptedByOmar(), returns('2026-03-02 16:30', 'omar'));
    expect(await late.open()).toMatchObject({ offer: { deadline: instant('2026-03-03 10:00') } });
  });

  it('gives custody back when the origin accepts', async () => {
    const told = await given(await returned(), accepts('2026-03-02 11:10', 'ana'));
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('may be refused once by the origin, not twice, whichever way it refuses', async () => {
    const told = await given(
      await returned(),
      declines('2026-03-02 11:10', 'ana'),
      returns('2026-03-02 11:20', 'omar'),
    );
    const declined = await told.happens(...declines('2026-03-02 11:30', 'ana'));
    expect(declined.refusal?.code).toBe('return-already-refused');
    const sentBack = await told.happens(...returns('2026-03-02 11:30', 'ana'));
    expect(sentBack.refusal?.code).toBe('return-already-refused');
    expect((await told.open()).status).toBe('offered');
  });

  it('may be refused although another offer was refused across the same boundary: that is the stalemate', async () => {
    const told = await given(
      await acceptedByOmar(),
      offers('2026-03-02 11:00', 'omar', { team: 'contoso-infra' }),
      declines('2026-03-02 11:05', 'bruno'),
      returns('2026-03-02 11:10', 'omar'),
      declines('2026-03-02 11:20', 'ana'),
    );
    expect((await told.open()).status).toBe('stalemate');
  });

  it('needs somebody of the holder; the giver of the handoff has nothing to return', async () => {
    const told = await acceptedByOmar();
    expect((await told.happens(...returns('2026-03-02 11:00', 'ana'))).refusal?.code).toBe('already-answered');
  });

  it('needs a handoff to give back', async () => {
    const told = await given(
      await acceptedByOmar(),
      returns('2026-03-02 11:00', 'omar'),
      accepts('2026-03-02 11:05', 'ana'),
    );
    const back = await told.happens(...returns('2026-03-02 11:06', 'ana'));
    expect(back.refusal).toBeUndefined();
    expect(await told.open()).toMatchObject({ offer: { to: { party: 'msp', team: 'northwind-noc' } } });
  });

  it('lapses up the origin’s ladder like any offer', async () => {
    const told = await given(await returned(), ticks('2026-03-02 11:31'));
    expect(await told.open()).toMatchObject({ offer: { rung: 1, to: { party: 'client', person: 'carla' } } });
  });

  it('is possible after a claim and a pass inside the receiver’s party', async () => {
    const told = await given(
      await acceptedByOmar(),
      moves('2026-03-02 10:30', 'omar', noc, 'grace'),
      returns('2026-03-02 11:00', 'grace'),
    );
    expect((await told.open()).status).toBe('offered');
  });
});
