import type { Directory } from '../../shared/src/agreement';
import { endedStays } from '../../shared/src/escalation';
import { tellingText } from '../../shared/src/panel';
import { storyDirectory, warnedTerms } from '../support/agreement';
import {
  desk,
  given,
  heldByAna,
  infra,
  instant,
  moves,
  noc,
  notes,
  opens,
  people,
  resolves,
  story,
  takes,
  ticks,
  waits,
  type Step,
  type Story,
} from '../support/story';

const tale = (directory: Directory = storyDirectory): Story =>
  story({}, { directory, terms: async () => warnedTerms() });

/** `09:46 unclaimed since 09:30, to carla grace`, in UTC. */
const found = async (told: Story): Promise<readonly string[]> =>
  (await told.factsOf('OwnershipUnclear')).map(({ at, data: { because, since, tell } }) => {
    const [when, from] = [at, since].map(one => new Date(one).toISOString().slice(11, 16));
    return `${when} ${because} since ${from}, to ${tell.join(' ')}`;
  });

/** Custody stays, and whoever is asked holds up whoever asks. */
const asks = (at: string, who: string, of: 'msp' | 'client', isBlocking = true): Step => [
  at,
  who,
  {
    ...{ type: 'AskFor', kind: 'information', question: 'Which VLAN is it in?', isBlocking },
    of: { party: of, team: of === 'msp' ? 'northwind-noc' : 'contoso-desk' },
  },
];

/** Grace of Northwind raises it and cannot go on without the answer. */
const raises = (at: string): Step => [
  at,
  'grace',
  {
    ...{ type: 'AskFor', kind: 'raise', question: 'We need the maintenance window', isBlocking: true },
    of: { party: 'client', person: 'carla' },
  },
];

describe('nobody clearly has it for more than fifteen minutes of service', () => {
  it('because nobody took it in time: both leads hear so, once', async () => {
    const told = await given(tale(), opens('2026-03-02 09:00'), ticks('2026-03-02 09:45'));
    expect(await found(told)).toEqual([]);
    await given(told, ticks('2026-03-02 09:46'), ticks('2026-03-02 11:00'));
    expect(await found(told)).toEqual(['09:45 unclaimed since 09:30, to grace carla']);
  });

  it('because it went across without a handoff', async () => {
    const told = await given(
      await heldByAna(tale()),
      notes('2026-03-02 09:20', 'ana'),
      moves('2026-03-02 10:00', 'ana', noc),
      ticks('2026-03-02 10:40'),
    );
    expect(await found(told)).toEqual(['10:15 no handoff since 10:00, to grace carla']);
  });

  it('and not where somebody took it before', async () => {
    const told = await given(
      tale(),
      opens('2026-03-02 09:00'),
      takes('2026-03-02 09:44', 'ana', desk),
      ticks('2026-03-02 12:00'),
    );
    expect(await found(told)).toEqual([]);
  });

  it('because each party waits for the other', async () => {
    const told = await given(
      await heldByAna(tale()),
      asks('2026-03-02 10:00', 'ana', 'msp'),
      raises('2026-03-02 10:20'),
      ticks('2026-03-02 10:50'),
    );
    expect(await found(told)).toEqual(['10:35 both wait since 10:20, to grace carla']);
  });

  it('by the desk’s own status too, which pauses nothing', async () => {
    const told = await given(
      await heldByAna(tale()),
      raises('2026-03-02 10:00'),
      waits('2026-03-02 10:10', 'ana', 'msp'),
      ticks('2026-03-02 10:50'),
    );
    expect(await found(told)).toEqual(['10:25 both wait since 10:10, to grace carla']);
  });

  it('for two reasons at once, each said once', async () => {
    const told = await given(
      await heldByAna(tale()),
      asks('2026-03-02 10:00', 'ana', 'msp'),
      raises('2026-03-02 10:20'),
      moves('2026-03-02 10:25', 'ana', noc),
      ...['10:40', '10:45', '11:00', '11:30'].map(time => ticks(`2026-03-02 ${time}`)),
    );
    expect((await found(told)).map(one => one.slice(6, 16))).toEqual(['both wait ', 'no handoff']);
  });

  it('but not where a party asks its own people', async () => {
    const told = await given(
      await heldByAna(tale()),
      asks('2026-03-02 10:00', 'ana', 'msp'),
      asks('2026-03-02 10:20', 'ana', 'client'),
      ticks('2026-03-02 10:50'),
    );
    expect(await found(told)).toEqual([]);
  });

  it('but not where either can go on', async () => {
    const told = await given(
      await heldByAna(tale()),
      asks('2026-03-02 10:00', 'ana', 'msp', false),
      raises('2026-03-02 10:20'),
      ticks('2026-03-02 10:50'),
    );
    expect(await found(told)).toEqual([]);
  });

  it('because whoever has it is out, and nobody of the team stands in', async () => {
    const out = { out: { from: instant('2026-03-02 10:00'), until: instant('2026-03-02 23:00') } };
    const alone = people({ ana: out, carla: { teams: [] }, ben: { ...out } });
    const team = { ...storyDirectory.teams['contoso-desk']!, onDuty: 'ana' };
    const { backup: _, ...lonely } = team;
    const directory = { ...alone, teams: { ...alone.teams, 'contoso-desk': lonely } };
    const told = await given(await heldByAna(tale(directory)), ticks('2026-03-02 10:50'), ticks('2026-03-02 11:50'));
    expect(await found(told)).toEqual(['10:15 away since 10:00, to grace carla']);
    const manned = await given(await heldByAna(tale(people({ ana: out }))), ticks('2026-03-02 10:50'));
    expect(await found(manned)).toEqual([]);
  });

  it('because nobody works in the team any more, as soon as that is known', async () => {
    const { 'contoso-infra': gone, ...teams } = storyDirectory.teams;
    expect(gone).toBeDefined();
    const told = tale();
    await given(told, opens('2026-03-02 09:00'), moves('2026-03-02 09:10', undefined, infra));
    Object.assign(told.ports, { directory: { ...storyDirectory, teams } });
    const { notices } = await told.happens('2026-03-02 09:20', undefined, { type: 'TimePassed' });
    expect(await found(told)).toEqual(['09:20 team gone since 09:20, to grace carla']);
    const [telling] = notices.flatMap(notice => (notice.is === 'tell' ? [notice] : []));
    expect(telling && tellingText('jira', storyDirectory, telling)).toContain(
      'Nobody clearly has it: nobody works any more in the team that has it.',
    );
  });
});

it('an escalation that counts nowhere says nothing of a team’s pace', async () => {
  const told = tale();
  const alert = { source: 'watch', alert: 'db-2' } as const;
  await given(
    told,
    opens('2026-03-02 09:00'),
    [
      '2026-03-02 09:01',
      undefined,
      { type: 'AlertRaised', ...alert, severity: 'high', times: 1, to: desk, words: {} } as never,
    ],
    ['2026-03-02 09:05', undefined, { type: 'AlertCleared', ...alert, times: 1 } as never],
    resolves('2026-03-02 09:06', 'ana'),
    ticks('2026-03-20 09:00'),
  );
  expect((await told.open()).alert).toMatchObject({ isUnclaimed: true });
  expect((await told.types()).at(-1)).toBe('ResolutionConfirmed');
  expect(endedStays(await told.open())).toEqual([]);
});
