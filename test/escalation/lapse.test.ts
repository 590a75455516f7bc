import {
  accepts,
  crossing,
  declines,
  given,
  heldByAna,
  instant,
  noc,
  offeredByAna,
  offers,
  people,
  story,
  storyWith,
  takes,
  ticks,
  withdraws,
} from '../support/story';
import { storyDirectory } from '../support/agreement';

const lapses = async (told: Awaited<ReturnType<typeof offeredByAna>>) =>
  (await told.factsOf('OfferLapsed')).map(({ at, data }) => [new Date(at).toISOString().slice(5, 16), data]);

describe('an offer that nobody answers', () => {
  it('goes to the next rung, custody stays', async () => {
    const told = await given(await offeredByAna(), ticks('2026-03-02 10:30'));
    expect(await told.open()).toMatchObject({ offer: { rung: 1, to: { team: 'northwind-noc', person: 'grace' } } });
    expect(await told.holder()).toBe('client/contoso-desk/ana');
  });

  it('stands until the very end of its target', async () => {
    const told = await given(await offeredByAna(), ticks('2026-03-02 10:29:59.999'));
    expect(await told.factsOf('OfferLapsed')).toEqual([]);
  });

  it('lapsed when its target passed, whenever that is noticed', async () => {
    const told = await given(await offeredByAna(), ticks('2026-03-02 16:00'));
    expect((await lapses(told)).map(([at]) => at)).toEqual(['03-02T10:30', '03-02T11:00']);
    const [ended] = await told.factsOf('LadderEnded');
    expect(ended?.at).toBe(instant('2026-03-02 11:30'));
    expect(ended?.learned).toBe(instant('2026-03-02 16:00'));
  });

  it('is owed as a decision by the coordinator and both leads at the end of the ladder', async () => {
    const told = await given(await offeredByAna(), ticks('2026-03-02 12:00'));
    expect((await told.factsOf('LadderEnded'))[0]?.data).toEqual({ handoff: 'h1', owed: ['grace', 'carla'] });
    expect(await told.open()).toMatchObject({ status: 'offered', offer: { owed: ['grace', 'carla'] } });
    expect(await told.owed('2026-03-02 12:00')).toHaveLength(2);
  });

  it('may be answered, declined or withdrawn after the end of the ladder', async () => {
    const ended = async () => given(await offeredByAna(), ticks('2026-03-02 12:00'));
    expect(await (await given(await ended(), accepts('2026-03-02 12:10', 'omar'))).holder()).toContain('omar');
    expect((await (await given(await ended(), declines('2026-03-02 12:10', 'grace'))).open()).status).toBe('held');
    expect((await (await given(await ended(), withdraws('2026-03-02 12:10', 'ana'))).open()).status).toBe('held');
  });

  it('waits overnight: only the receiver’s hours count', async () => {
    const told = await given(
      await heldByAna(),
      offers('2026-03-06 16:45', 'ana', { deadline: instant('2026-03-09 12:00') }),
      ticks('2026-03-09 12:00'),
    );
    expect((await lapses(told))[0]?.[0]).toBe('03-09T07:15');
  });

  it('waits no night where somebody is on call', async () => {
    const told = await given(
      await heldByAna(storyWith(crossing('client>msp', { closedReceiver: 'on call' }))),
      offers('2026-03-06 20:00', 'ana', { deadline: instant('2026-03-09 12:00') }),
      ticks('2026-03-06 20:30'),
    );
    expect((await lapses(told))[0]?.[0]).toBe('03-06T20:30');
  });

  it('does not lapse once answered', async () => {
    const told = await given(await offeredByAna(), accepts('2026-03-02 10:20', 'omar'), ticks('2026-03-02 16:00'));
    expect(await told.factsOf('OfferLapsed')).toEqual([]);
  });

  it('lapses before an answer that came after its target', async () => {
    const told = await given(await offeredByAna(), accepts('2026-03-02 10:40', 'omar'));
    expect((await told.types()).slice(-2)).toEqual(['OfferLapsed', 'HandoffAccepted']);
  });
});

describe('a rung', () => {
  it('with nobody on it is passed at once, and says so', async () => {
    const gone = people({ grace: { active: false } });
    const told = await given(await offeredByAna(story({}, { directory: gone })), ticks('2026-03-02 10:30'));
    expect(await lapses(told)).toEqual([
      ['03-02T10:30', { handoff: 'h1', rung: 1, to: noc, found: 'nobody' }],
      ['03-02T10:30', { handoff: 'h1', rung: 2, to: noc, found: 'nobody' }],
    ]);
    expect((await told.factsOf('LadderEnded'))[0]?.at).toBe(instant('2026-03-02 10:30'));
  });

  it('that names a team is staffed while anybody works in it', async () => {
    const ladder = [{ team: 'northwind-network', who: 'team', acknowledge: 900_000 }] as const;
    const told = await offeredByAna(storyWith(crossing('client>msp', { ladder })));
    await given(told, ticks('2026-03-02 10:50'));
    expect((await lapses(told))[0]?.[1]).toMatchObject({ to: { person: 'dana' }, found: 'somebody' });
    expect((await told.factsOf('LadderEnded'))[0]?.at).toBe(instant('2026-03-02 10:45'));
  });

  it('asks who stands in when the offer reaches it, not when that is noticed', async () => {
    const { teams } = storyDirectory;
    const noc = teams['northwind-noc'];
    const swap = { person: 'omar', backup: 'dana', from: '2026-03-02T10:30:00Z', to: '2026-03-02T11:00:00Z' };
    const swapped = { ...storyDirectory, teams: { ...teams, 'northwind-noc': { ...noc!, overrides: [swap] } } };
    const told = await given(await offeredByAna(story({}, { directory: swapped })), ticks('2026-03-02 11:05'));
    expect((await lapses(told)).map(([, data]) => data)).toMatchObject([
      { to: { person: 'dana' } },
      { to: { person: 'grace' } },
    ]);
  });

  it('of an agreement without ladder ends it at once', async () => {
    const told = await offeredByAna(storyWith(crossing('client>msp', { ladder: [] })));
    await given(told, ticks('2026-03-02 10:50'));
    expect((await told.types()).slice(-1)).toEqual(['LadderEnded']);
  });
});

describe('a deemed acceptance', () => {
  const p1 = async () => offeredByAna(story({ priority: 1 }));

  it('is by the receiving lead when a P1 is not answered in time, shown as deemed', async () => {
    const told = await given(await p1(), ticks('2026-03-02 10:20'));
    const [accepted] = await told.factsOf('HandoffAccepted');
    expect(accepted).toMatchObject({
      at: instant('2026-03-02 10:15'),
      data: { how: 'deemed' },
      by: { assurance: 'deemed' },
    });
    expect(await told.holder()).toBe('msp/northwind-noc/grace');
  });

  it('happens at night too: P1 counts every hour', async () => {
    const told = await given(
      await heldByAna(story({ priority: 1 })),
      offers('2026-03-07 03:00', 'ana', { deadline: instant('2026-03-07 04:00') }),
      ticks('2026-03-07 03:15'),
    );
    expect(await told.holder()).toBe('msp/northwind-noc/grace');
  });

  it('gives way to somebody who had taken the ticket before it', async () => {
    const told = await given(
      await p1(),
      ticks('2026-03-02 10:20'),
      takes('2026-03-02 10:14', 'omar', noc, { learned: '2026-03-02T10:21Z' }),
    );
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
    expect((await told.open()).custody.map(entry => entry.how)).toEqual(['opened', 'claimed', 'accepted']);
  });

  it('names nobody who has left: the offer climbs instead', async () => {
    const told = await offeredByAna(story({ priority: 1 }, { directory: people({ grace: { active: false } }) }));
    await given(told, ticks('2026-03-02 10:20'));
    expect(await told.factsOf('HandoffAccepted')).toEqual([]);
    expect(await told.types()).toContain('LadderEnded');
  });

  it('is for cells that say so only: a P2 is never deemed accepted', async () => {
    const told = await given(await offeredByAna(), ticks('2026-03-02 16:00'));
    expect(await told.factsOf('HandoffAccepted')).toEqual([]);
  });
});
