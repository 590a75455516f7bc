import { levelOf, nextDue } from '../../shared/src/escalation';
import {
  acceptedByOmar,
  customerReplies,
  given,
  heldByAna,
  instant,
  reopens,
  resolves,
  storyWith,
  ticks,
  type Story,
} from '../support/story';

/** Resolved at eleven on Monday: three days of silence confirm it, the agreement says. */
const resolvedByOmar = async (): Promise<Story> => given(await acceptedByOmar(), resolves('2026-03-02 11:00', 'omar'));

describe('silence confirms a resolution', () => {
  it('at the agreed instant, whenever that is noticed, once and deemed', async () => {
    const told = await resolvedByOmar();
    expect(nextDue(await told.state())).toBe(instant('2026-03-05 11:00'));
    await given(told, ticks('2026-03-05 10:59'));
    expect(await told.types()).not.toContain('ResolutionConfirmed');
    await given(told, ticks('2026-03-09 08:00'), ticks('2026-03-10 08:00'));
    expect(await told.factsOf('ResolutionConfirmed')).toMatchObject([
      { at: instant('2026-03-05 11:00'), by: { rule: 'baton', assurance: 'deemed' } },
    ]);
    expect(nextDue(await told.state())).toBeUndefined();
  });

  it('leaves the clock where it stopped, so that it is met or missed as of the resolving', async () => {
    const told = await given(await resolvedByOmar(), ticks('2026-03-09 08:00'));
    expect(await told.clock('2026-03-09 08:00')).toMatchObject({ status: 'met', elapsed: 7_200_000 });
  });

  it('and whoever writes is not silent: it begins anew with each of their messages', async () => {
    const told = await given(await resolvedByOmar(), customerReplies('2026-03-04 09:00'), ticks('2026-03-06 12:00'));
    expect((await told.types()).at(-1)).toBe('RequesterWrote');
    await given(told, customerReplies('2026-03-06 15:00'), ticks('2026-03-09 14:59'));
    expect(await told.factsOf('ResolutionConfirmed')).toEqual([]);
    await given(told, ticks('2026-03-09 15:00'));
    expect(await told.factsOf('ResolutionConfirmed')).toHaveLength(1);
  });

  it('of which a message that came before it, or is told twice, says nothing', async () => {
    const told = await given(
      await resolvedByOmar(),
      customerReplies('2026-03-02 10:50', { learned: '2026-03-02T11:05:00Z' }),
      customerReplies('2026-03-03 09:00', { deliveryId: 'thanks' }),
      customerReplies('2026-03-03 09:00', { deliveryId: 'thanks' }),
      customerReplies('2026-03-03 09:00', { deliveryId: 'thanks, read again' }),
    );
    expect(await told.factsOf('RequesterWrote')).toHaveLength(1);
  });

  it('not where the promises of old say nothing of it', async () => {
    const { confirmationDays: _, ...old } = (await (await heldByAna()).open()).terms;
    const told = await given(await heldByAna(storyWith(() => old)), resolves('2026-03-02 11:00', 'ana'));
    expect(nextDue(await told.state())).toBeUndefined();
  });
});

describe('not fixed', () => {
  it('goes on one level up each time, with the clock it had', async () => {
    const told = await given(
      await resolvedByOmar(),
      reopens('2026-03-03 10:00'),
      resolves('2026-03-03 10:30', 'omar'),
      reopens('2026-03-04 10:00'),
    );
    expect((await told.factsOf('Reopened')).map(({ data }) => data)).toEqual([{ level: 2 }, { level: 3 }]);
    expect(levelOf(await told.open())).toBe(3);
    expect((await told.clock('2026-03-04 11:00')).elapsed).toBe(12_600_000);
  });

  it('after silence had confirmed it still goes on where it stopped, and is confirmed anew', async () => {
    const told = await given(
      await resolvedByOmar(),
      ticks('2026-03-05 12:00'),
      reopens('2026-03-09 10:00'),
      resolves('2026-03-09 11:00', 'omar'),
      ticks('2026-03-12 12:00'),
    );
    expect(await told.factsOf('EscalationOpened')).toHaveLength(1);
    expect((await told.types()).slice(-4)).toEqual([
      'ResolutionConfirmed',
      'Reopened',
      'Resolved',
      'ResolutionConfirmed',
    ]);
    expect((await told.clock('2026-03-12 12:00')).elapsed).toBe(10_800_000);
  });
});
