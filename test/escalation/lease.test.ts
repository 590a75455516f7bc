import {
  acceptedByOmar,
  crossing,
  customerReplies,
  desk,
  given,
  heldByAna,
  holds,
  instant,
  moves,
  noc,
  notes,
  replies,
  storyWith,
  takes,
  ticks,
  waits,
  type Story,
} from '../support/story';
import type { Terms } from '../../shared/src/agreement';

const hour = 3_600_000;

const leased = (terms: Terms): Terms =>
  crossing('client>msp', { lease: 2 * hour })(crossing('msp>client', { lease: 2 * hour })(terms));
const told = (): Story => storyWith(leased);
const lapses = async (of: Story) => (await of.factsOf('LeaseLapsed')).map(({ at }) => at);

describe('an acceptance that nobody works on', () => {
  it('lapses in working time: the ticket is unclaimed, in the same party', async () => {
    const of = await given(await acceptedByOmar(told()), ticks('2026-03-02 15:00'));
    expect(await of.factsOf('LeaseLapsed')).toMatchObject([
      { at: instant('2026-03-02 12:12'), data: { person: 'omar', to: { party: 'msp', team: 'northwind-noc' } } },
    ]);
    expect(await of.holder()).toBe('msp/northwind-noc/-');
    expect((await of.owed('2026-03-02 12:20')).map(({ kind }) => kind)).toContain('acknowledge');
  });

  it('is owed by its team again, whose time until somebody takes it counts as unclaimed', async () => {
    const of = await given(await acceptedByOmar(told()), ticks('2026-03-02 15:00'));
    const stretches = await of.waterfall('2026-03-02 13:00');
    expect(stretches.slice(-2)).toMatchObject([
      { as: 'unclaimed', from: instant('2026-03-02 12:12'), usedBy: 'msp' },
      { as: 'unclaimed past target', from: instant('2026-03-02 12:42'), usedBy: 'nobody', accountable: 'msp' },
    ]);
  });

  it('may be taken up again by the same person', async () => {
    const of = await given(
      await acceptedByOmar(told()),
      ticks('2026-03-02 12:30'),
      moves('2026-03-02 12:31', undefined, noc, undefined, { rule: 'baton' }),
      takes('2026-03-02 12:40', 'omar', noc),
    );
    expect(await of.holder()).toBe('msp/northwind-noc/omar');
  });

  it('stays through the night: nobody works then', async () => {
    const work = ['10:30', '12:00', '13:30', '15:00', '16:30'].map(time => notes(`2026-03-02 ${time}`, 'ana'));
    const of = await given(await heldByAna(told()), ...work, ticks('2026-03-03 12:00'));
    expect(await lapses(of)).toEqual([instant('2026-03-03 10:00')]);
  });

  it.each([
    ['a note', notes('2026-03-02 11:00', 'omar')],
    ['a reply of a colleague', replies('2026-03-02 11:00', 'grace')],
  ])('is renewed by %s', async (_, work) => {
    const of = await given(await acceptedByOmar(told()), work, ticks('2026-03-02 15:00'));
    expect(await lapses(of)).toEqual([instant('2026-03-02 13:00')]);
  });

  it('is not renewed by the other party, nor by a rule', async () => {
    const of = await given(await acceptedByOmar(told()), notes('2026-03-02 11:00', 'ana'));
    await of.happens('2026-03-02 11:30', undefined, { type: 'WorkNoted' }, { rule: 'auto' });
    expect(await lapses(await given(of, ticks('2026-03-02 15:00')))).toEqual([instant('2026-03-02 12:12')]);
  });

  it('stays while the customer is waited for, and as long again after their answer', async () => {
    const of = await given(
      await heldByAna(told()),
      waits('2026-03-02 10:00', 'ana'),
      holds('2026-03-02 10:01', 'ana'),
      customerReplies('2026-03-02 14:00'),
      ticks('2026-03-02 17:00'),
    );
    expect(await lapses(of)).toEqual([instant('2026-03-02 16:00')]);
  });

  it('stays until an open Ask is due', async () => {
    const of = await given(await heldByAna(told()), [
      '2026-03-02 09:30',
      'ana',
      {
        type: 'AskFor',
        kind: 'information',
        of: { party: 'msp', team: 'northwind-noc' },
        question: 'Which volume is it on?',
        isBlocking: true,
        deadline: instant('2026-03-02 15:00'),
      },
    ]);
    expect(await lapses(await given(of, ticks('2026-03-02 16:00')))).toEqual([instant('2026-03-02 15:00')]);
  });

  it('never lapses where the agreement says nothing of it', async () => {
    expect(await lapses(await given(await acceptedByOmar(), ticks('2026-03-06 15:00')))).toEqual([]);
  });

  it('lapses once, and the desk’s own fields are to follow', async () => {
    const of = await heldByAna(told());
    const { notices } = await of.happens(...ticks('2026-03-02 15:00'));
    expect(notices).toContainEqual(expect.objectContaining({ is: 'assign', to: desk }));
    expect(await lapses(await given(of, ticks('2026-03-05 15:00')))).toHaveLength(1);
  });
});
