import {
  acceptedByOmar,
  accepts,
  crossing,
  desk,
  given,
  heldByAna,
  holds,
  infra,
  instant,
  moves,
  noc,
  offers,
  offeredByAna,
  opens,
  reopens,
  resolves,
  resumes,
  story,
  storyWith,
  takes,
  ticks,
  waits,
  type Story,
} from '../support/story';

/** `from to minutes used-by/accountable as`, or whom it waited for. */
const told = async (of: Story, now: string): Promise<string[]> =>
  (await of.waterfall(now)).map(stretch => {
    const [from, to] = [stretch.from, stretch.to].map(at => new Date(at).toISOString().slice(11, 16));
    const minutes = `${from} ${to} ${stretch.ms / 60_000}`;
    if (stretch.is === 'paused') return `${minutes} paused for ${stretch.waitedFor}`;
    return `${minutes} ${stretch.usedBy}/${stretch.accountable} ${stretch.as}`;
  });

describe('the waterfall', () => {
  it('counts a routed ticket as its team’s until its acknowledge target, then as nobody’s, accountable all along', async () => {
    const of = await given(
      story(),
      opens('2026-03-02 09:00'),
      moves('2026-03-02 09:10', undefined, noc, undefined, { rule: 'r' }),
    );
    expect(await told(of, '2026-03-02 10:00')).toEqual([
      '09:00 09:10 10 client/client unclaimed',
      '09:10 09:40 30 msp/msp unclaimed',
      '09:40 10:00 20 nobody/msp unclaimed past target',
    ]);
  });

  it('gives no new acknowledge target for passing an unclaimed ticket on inside the party', async () => {
    const of = await given(story(), opens('2026-03-02 09:00'), moves('2026-03-02 09:20', 'carla', infra));
    expect(await told(of, '2026-03-02 10:00')).toEqual([
      '09:00 09:30 30 client/client unclaimed',
      '09:30 10:00 30 nobody/client unclaimed past target',
    ]);
  });

  it('counts an offer as the giver’s until its target, then as the receiver’s; the giver stays accountable', async () => {
    const of = await given(await offeredByAna(), accepts('2026-03-02 10:50', 'omar'));
    expect(await told(of, '2026-03-02 11:00')).toEqual([
      '09:00 09:05 5 client/client unclaimed',
      '09:05 10:00 55 client/client in hand',
      '10:00 10:30 30 client/client offered',
      '10:30 10:50 20 msp/client unanswered',
      '10:50 11:00 10 msp/msp in hand',
    ]);
  });

  it('goes on counting the first target when the offer climbs its ladder', async () => {
    const of = await given(await offeredByAna(), ticks('2026-03-02 11:15'));
    expect((await told(of, '2026-03-02 11:15')).at(-1)).toBe('10:30 11:15 45 msp/client unanswered');
  });

  it('counts an offer outside the receiver’s hours as the giver’s, by name', async () => {
    const of = await given(
      await heldByAna(),
      offers('2026-03-02 16:50', 'ana', { deadline: instant('2026-03-03 12:00') }),
    );
    expect((await told(of, '2026-03-02 17:20')).slice(-2)).toEqual([
      '16:50 17:00 10 client/client offered',
      '17:00 17:20 20 client/client outside their hours',
    ]);
  });

  it('counts it as offered all along where somebody is on call', async () => {
    const of = await given(
      await heldByAna(storyWith(crossing('client>msp', { closedReceiver: 'on call' }))),
      offers('2026-03-02 16:50', 'ana', { deadline: instant('2026-03-03 12:00') }),
    );
    expect((await told(of, '2026-03-02 17:10')).slice(-1)).toEqual(['16:50 17:10 20 client/client offered']);
  });

  it('keeps paused time apart, split by who was waited for', async () => {
    const of = await given(
      await heldByAna(),
      waits('2026-03-02 09:30', 'ana'),
      holds('2026-03-02 09:31', 'ana'),
      resumes('2026-03-02 10:10', 'ana'),
    );
    expect((await told(of, '2026-03-02 10:30')).slice(1)).toEqual([
      '09:05 09:30 25 client/client in hand',
      '09:30 10:10 40 paused for customer',
      '10:10 10:30 20 client/client in hand',
    ]);
  });

  it('leaves the time between resolving and reopening out', async () => {
    const of = await given(await heldByAna(), resolves('2026-03-02 10:00', 'ana'), reopens('2026-03-02 11:00'));
    expect((await told(of, '2026-03-02 11:30')).slice(1)).toEqual([
      '09:05 10:00 55 client/client in hand',
      '11:00 11:30 30 client/client in hand',
    ]);
  });

  it('ends with the resolving', async () => {
    const of = await given(await heldByAna(), resolves('2026-03-02 10:00', 'ana'));
    expect((await told(of, '2026-03-04 12:00')).at(-1)).toBe('09:05 10:00 55 client/client in hand');
  });

  it('counts service hours only', async () => {
    const of = await given(story(), opens('2026-03-06 17:30'), takes('2026-03-06 17:40', 'ana', desk));
    expect(await told(of, '2026-03-09 08:30')).toEqual([
      '17:30 17:40 10 client/client unclaimed',
      '17:40 08:30 50 client/client in hand',
    ]);
  });

  it('adds up to what the resolve clock says, to the millisecond', async () => {
    const of = await given(
      await acceptedByOmar(),
      waits('2026-03-02 11:00:00.123', 'omar'),
      holds('2026-03-02 11:01', 'omar'),
      resumes('2026-03-02 11:20:07.456', 'omar'),
    );
    const stretches = await of.waterfall('2026-03-02 15:13:14.151');
    const sum = (is: string) => stretches.filter(s => s.is === is).reduce((total, { ms }) => total + ms, 0);
    expect(sum('running')).toBe((await of.clock('2026-03-02 15:13:14.151')).elapsed);
    expect(sum('paused')).toBe(1_207_333);
    expect(sum('running') + sum('paused')).toBe(instant('2026-03-02 15:13:14.151') - instant('2026-03-02 09:00'));
  });
});
