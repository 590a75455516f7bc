import {
  acceptedByOmar,
  given,
  heldByAna,
  infra,
  instant,
  moves,
  offeredByAna,
  opens,
  resolves,
  story,
  takes,
  desk,
  ticks,
  waits,
  type Story,
} from '../support/story';

const owed = async (told: Story, at: string): Promise<string[]> =>
  (await told.owed(at)).map(
    ({ kind, party, person, dueAt }) =>
      `${kind} ${party}/${person ?? '-'} ${new Date(dueAt).toISOString().slice(5, 16)}`,
  );

describe('what is owed', () => {
  it('by a team that nobody of has claimed the ticket: an acknowledgement, in its own hours', async () => {
    const told = await given(story(), opens('2026-03-02 08:00'));
    expect(await owed(told, '2026-03-02 08:01')).toEqual([
      'respond client/- 03-02T09:00',
      'acknowledge client/- 03-02T09:30',
      'resolve client/- 03-02T16:00',
    ]);
  });

  it('is no later for passing it on unclaimed', async () => {
    const told = await given(story(), opens('2026-03-02 09:00'), moves('2026-03-02 09:20', 'carla', infra));
    expect((await owed(told, '2026-03-02 09:21'))[0]).toBe('acknowledge client/- 03-02T09:30');
  });

  it('starts again when whoever had it is taken off it', async () => {
    const told = await given(await heldByAna(), moves('2026-03-02 09:45', 'ana', desk));
    expect(await owed(told, '2026-03-02 09:46')).toContain('acknowledge client/- 03-02T10:15');
  });

  it('by whoever has it in hand: a first reply and the solution', async () => {
    expect(await owed(await heldByAna(), '2026-03-02 09:10')).toEqual([
      'respond client/ana 03-02T10:00',
      'resolve client/ana 03-02T17:00',
    ]);
  });

  it('no more is a reply once there is one', async () => {
    const told = await given(await heldByAna(), ['2026-03-02 09:20', 'ana', { type: 'PublicReplySent' }]);
    expect(await owed(told, '2026-03-02 09:30')).toEqual(['resolve client/ana 03-02T17:00']);
  });

  it('while an offer stands is exactly one thing by each side', async () => {
    expect(await owed(await offeredByAna(), '2026-03-02 10:10')).toEqual([
      'acknowledge msp/- 03-02T10:30',
      'resolve client/ana 03-02T17:00',
    ]);
    const climbed = await given(await offeredByAna(), ticks('2026-03-02 10:31'));
    expect(await owed(climbed, '2026-03-02 10:31')).toEqual([
      'acknowledge msp/grace 03-02T11:00',
      'resolve client/ana 03-02T17:00',
    ]);
  });

  it('by whoever accepted: the next action by the deadline, and the solution', async () => {
    expect(await owed(await acceptedByOmar(), '2026-03-02 10:20')).toEqual([
      'respond msp/omar 03-02T10:00',
      'next-action msp/omar 03-02T16:00',
      'resolve msp/omar 03-02T17:00',
    ]);
  });

  it('goes with the ticket inside the party', async () => {
    const told = await given(
      await acceptedByOmar(),
      moves('2026-03-02 10:30', 'omar', { party: 'msp', team: 'northwind-noc' }, 'grace'),
    );
    expect(await owed(told, '2026-03-02 10:31')).toContain('next-action msp/grace 03-02T16:00');
  });

  it('says how much is left and how much too late it is', async () => {
    const told = await heldByAna();
    const resolve = async (at: string) => (await told.owed(at)).find(({ kind }) => kind === 'resolve')?.remaining;
    expect(await resolve('2026-03-02 16:00')).toBe(3_600_000);
    expect(await resolve('2026-03-02 18:30')).toBe(-3_600_000);
  });

  it('moves with the clock while it waits, and says so', async () => {
    const told = await given(await heldByAna(), waits('2026-03-02 10:00', 'ana'));
    const [, resolve] = await told.owed('2026-03-02 10:30');
    expect(resolve).toMatchObject({ isPaused: true, dueAt: instant('2026-03-02 17:30') });
  });

  it('is nothing once it is resolved', async () => {
    const told = await given(await acceptedByOmar(), resolves('2026-03-02 11:00', 'omar'));
    expect(await told.owed('2026-03-02 11:01')).toEqual([]);
  });
});

it('a claim acknowledges', async () => {
  const told = await given(story(), opens('2026-03-02 09:00'), takes('2026-03-02 09:20', 'ana', desk));
  expect(await owed(told, '2026-03-02 09:21')).not.toContainEqual(expect.stringContaining('acknowledge'));
});
