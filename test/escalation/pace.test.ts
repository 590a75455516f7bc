import fc from 'fast-check';
import { endedStays, nextDue } from '../../shared/src/escalation';
import { keptStaysSchema, noStays, noticesOf, type LedgerFact, paceOf, withStays } from '../../shared/src/ledger';
import { tellingText } from '../../shared/src/panel';
import { storyDirectory, warnedTerms } from '../support/agreement';
import {
  accepts,
  desk,
  given,
  holds,
  infra,
  instant,
  moves,
  offers,
  opens,
  replies,
  resolves,
  resumes,
  story,
  takes,
  ticks,
  waits,
  type Step,
  type Story,
} from '../support/story';

const hour = 3_600_000;
const minute = 60_000;

/** A story whose teams are known to need so much, and whose agreement warns of a breach only. */
const paced = (pace: Readonly<Record<string, number>>): Story =>
  story(
    {},
    {
      terms: async () => ({ ...warnedTerms(), warnings: [99], pass: 'none' }),
      directory: { ...storyDirectory, pace: { 2: pace } },
    },
  );

/** Ana has it since 09:05, has answered, and eight service hours from nine to resolve it. */
const byAna = (told: Story): Promise<Story> =>
  given(told, opens('2026-03-02 09:00'), takes('2026-03-02 09:05', 'ana', desk), replies('2026-03-02 09:10', 'ana'));

const warnings = async (told: Story) =>
  (await told.factsOf('WarningGiven')).flatMap(({ at, data }) =>
    data.pace ? [`${new Date(at).toISOString().slice(5, 16)} ${data.team} ${Math.round(data.pace.left / minute)}`] : [],
  );

const needsThree = { 'contoso-desk': 3 * hour };

describe('a team is warned by its own pace', () => {
  it('once less is left than three of four of its stays took, and both parties are told why', async () => {
    const told = await given(await byAna(paced(needsThree)), ticks('2026-03-02 16:30'));
    expect(await warnings(told)).toEqual(['03-02T14:00 contoso-desk 180']);
    const [fact] = await told.factsOf('WarningGiven');
    expect(fact?.data).toMatchObject({ kind: 'resolve', person: 'ana', tell: ['ana', 'carla', 'grace'] });
    const [notice] = noticesOf(await told.state(), (await told.factsOf('WarningGiven')) as unknown as LedgerFact[]);
    if (notice?.is !== 'tell') throw new Error('nobody is told');
    expect(tellingText('jira', storyDirectory, notice)).toMatch(/: others needed 3 h for this; 2 h 59 min left\.$/);
  });

  it('at once, where it takes over too late', async () => {
    const told = paced({ 'northwind-noc': 4 * hour });
    await given(await byAna(told), offers('2026-03-02 14:00', 'ana'), accepts('2026-03-02 14:10', 'omar'));
    expect(await warnings(told)).toEqual(['03-02T14:10 northwind-noc 170']);
    await given(told, ticks('2026-03-02 16:00'));
    expect(await warnings(told)).toHaveLength(1);
  });

  it('and each team of a party anew', async () => {
    const told = paced({ ...needsThree, 'contoso-infra': 2 * hour });
    await given(await byAna(told), ticks('2026-03-02 14:05'), moves('2026-03-02 14:30', 'ana', infra, 'bruno'));
    await given(told, ticks('2026-03-02 16:00'));
    expect(await warnings(told)).toEqual(['03-02T14:00 contoso-desk 180', '03-02T15:00 contoso-infra 120']);
  });

  it.each([
    ['that is not known', {}],
    ['that the target does not leave room for', { 'contoso-desk': 8 * hour }],
  ])('but not by one %s', async (_, pace) => {
    const told = await given(await byAna(paced(pace)), ticks('2026-03-02 16:30'));
    expect(await warnings(told)).toEqual([]);
  });

  it('as its clock runs: a pause moves the warning, and a resolved ticket is not warned of', async () => {
    const told = await given(await byAna(paced(needsThree)), waits('2026-03-02 12:00', 'ana'));
    await given(told, holds('2026-03-02 12:05', 'ana'), resumes('2026-03-02 13:00', 'ana'));
    expect(nextDue(await told.state())).toBe(instant('2026-03-02 15:00') + 1);
    await given(told, resolves('2026-03-02 14:30', 'ana'), ticks('2026-03-02 17:00'));
    expect(await warnings(told)).toEqual([]);
  });

  it('and what was known when it was opened counts, whatever is learned later', async () => {
    const told = await byAna(paced(needsThree));
    const later = { ...told.ports, directory: { ...storyDirectory, pace: { 2: { 'contoso-desk': 6 * hour } } } };
    expect((await told.open()).terms.pace).toEqual(needsThree);
    const same = { ...told, ports: later };
    await given(same, ticks('2026-03-02 13:00'));
    expect(await warnings(told)).toEqual([]);
  });
});

/** What happens on a drawn day besides time passing, in order. */
const drawnDay = fc
  .array(fc.tuple(fc.integer({ min: 15, max: 460 }), fc.constantFrom('wait', 'infra', 'desk')), { maxLength: 6 })
  .map(all => [...all].sort(([one], [other]) => one - other));

const at = (minutes: number): string =>
  new Date(instant('2026-03-02 09:00') + minutes * minute).toISOString().slice(0, 16).replace('T', ' ');

function steps(day: readonly (readonly [number, string])[]): Step[] {
  return day.flatMap(([from, what], index): Step[] => {
    if (what !== 'wait')
      return [moves(at(from), 'ana', what === 'infra' ? infra : desk, what === 'infra' ? 'bruno' : 'ana')];
    const until = Math.min(from + 40, day[index + 1]?.[0] ?? 500);
    return [waits(at(from), 'ana'), holds(at(from), 'ana'), resumes(at(until), 'ana')];
  });
}

const plain = async (told: Story) => (await told.facts()).map(({ type, at: when, data }) => ({ type, when, data }));

it('looking at the clock more often never changes what is warned of', () =>
  fc.assert(
    fc.asyncProperty(drawnDay, fc.integer({ min: 7, max: 90 }), async (day, every) => {
      const pace = { 'contoso-desk': 3 * hour, 'contoso-infra': 5 * hour };
      const end = ticks('2026-03-03 12:00');
      const looks = Array.from({ length: Math.floor(480 / every) }, (_, index) => ticks(at(15 + index * every)));
      const often = [...steps(day), ...looks].sort(([one], [other]) => one.localeCompare(other));
      const [seldom, frequent] = [paced(pace), paced(pace)];
      await given(await byAna(seldom), ...steps(day), end);
      await given(await byAna(frequent), ...often, end);
      expect(await plain(frequent)).toEqual(await plain(seldom));
    }),
    { seed: 20260302, numRuns: 25 },
  ));

describe('what a stay took is remembered', () => {
  const confirmed = async () =>
    given(
      await byAna(paced({})),
      waits('2026-03-02 10:00', 'ana'),
      holds('2026-03-02 10:00', 'ana'),
      resumes('2026-03-02 10:30', 'ana'),
      offers('2026-03-02 11:00', 'ana'),
      accepts('2026-03-02 11:10', 'omar'),
      resolves('2026-03-03 09:00', 'omar'),
    );

  it('in service time without its pauses, when custody goes on and when silence has confirmed it', async () => {
    const told = await confirmed();
    const first = { team: 'contoso-desk', priority: 2, until: instant('2026-03-02 11:10'), ms: 100 * minute };
    expect(endedStays(await told.open())).toEqual([first]);
    await given(told, ticks('2026-03-20 09:00'));
    const last = { team: 'northwind-noc', priority: 2, until: instant('2026-03-03 09:00'), ms: 7 * hour + 50 * minute };
    expect(endedStays(await told.open())).toEqual([first, last]);
  });

  const stays = (count: number, team = 'noc') =>
    Array.from({ length: count }, (_, index) => ({
      team,
      priority: 2 as const,
      until: 1_000 + index,
      ms: (index + 1) * minute,
    }));

  it('and says nothing before there are eight of them', () => {
    expect(paceOf(withStays(noStays, stays(7)))).toEqual({});
    expect(paceOf(withStays(noStays, stays(8)))).toEqual({ 2: { noc: 6 * minute } });
  });

  it('once, however often it is told', () => {
    const once = withStays(noStays, stays(9));
    expect(withStays(once, stays(9))).toEqual(once);
  });

  it('no longer than there is room for', () => {
    const teams = Array.from({ length: 60 }, (_, index) => `a-team-with-a-long-name-${index}`);
    const kept = withStays(
      noStays,
      teams.flatMap(team => stays(100, team).map(stay => ({ ...stay, until: stay.until + 1e12 }))),
    );
    expect(JSON.stringify(keptStaysSchema.parse(kept)).length).toBeLessThan(38_000);
    expect(Object.values(kept.stays).map(({ length }) => length)).toEqual(new Array(32).fill(40));
    expect(kept.stays['2/a-team-with-a-long-name-0']?.[0]?.[0]).toBe(1e12 + 1_060);
  });
});
