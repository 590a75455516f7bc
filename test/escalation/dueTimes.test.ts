import { resolveReading } from '../../shared/src/escalation';
import { storyTerms } from '../support/agreement';
import {
  given,
  heldByAna,
  instant,
  opens,
  resolves,
  resumes,
  story,
  ticks,
  waits,
  type Step,
  type Story,
} from '../support/story';

const deskSays = (at: string, due: { resolve?: string; respond?: string }): Step => [
  at,
  undefined,
  {
    type: 'DueTimesRead',
    ...(due.resolve === undefined ? {} : { resolve: instant(due.resolve) }),
    ...(due.respond === undefined ? {} : { respond: instant(due.respond) }),
  },
];

/** The contract counts the desk's own clock. */
const nativeStory = (): Story =>
  story(
    {},
    {
      terms: async () => {
        const terms = storyTerms();
        return { ...terms, resolve: { ...terms.resolve, clockOfRecord: 'native' } };
      },
    },
  );

describe('the desk’s own due times', () => {
  it('are a fact when they are read for the first time and when they differ, and at no other time', async () => {
    const told = await given(
      await heldByAna(),
      deskSays('2026-03-02 09:10', { resolve: '2026-03-02 17:30' }),
      deskSays('2026-03-02 09:20', { resolve: '2026-03-02 17:30' }),
      deskSays('2026-03-02 09:30', { resolve: '2026-03-02 17:45', respond: '2026-03-02 10:00' }),
    );
    expect((await told.factsOf('NativeDueRead')).map(({ data }) => data)).toEqual([
      { resolve: instant('2026-03-02 17:30') },
      { resolve: instant('2026-03-02 17:45'), respond: instant('2026-03-02 10:00') },
    ]);
    expect((await told.open()).nativeDue?.resolve?.readAt).toBe(instant('2026-03-02 09:30'));
  });

  it('are the deadline where the contract counts them', async () => {
    const told = await given(
      await heldByAna(nativeStory()),
      deskSays('2026-03-02 09:10', { resolve: '2026-03-02 12:00' }),
    );
    const reading = await told.clock('2026-03-02 11:00');
    expect(reading.dueAt).toBe(instant('2026-03-02 12:00'));
    expect(reading.remaining).toBe(3_600_000);
    expect(reading.within).toBe(reading.elapsed + reading.remaining);
    expect((await told.clock('2026-03-02 12:30')).remaining).toBe(-1_800_000);
  });

  it('change nothing where the contract counts Baton’s', async () => {
    const told = await heldByAna();
    const before = await told.clock('2026-03-02 11:00');
    await given(told, deskSays('2026-03-02 09:10', { resolve: '2026-03-02 12:00' }));
    expect(await told.clock('2026-03-02 11:00')).toEqual(before);
  });

  it('leave Baton to count until the desk tells its own', async () => {
    const told = await heldByAna(nativeStory());
    expect(await told.clock('2026-03-02 11:00')).toEqual(await (await heldByAna()).clock('2026-03-02 11:00'));
  });

  it('stand still while the clock is paused', async () => {
    const told = await given(
      await heldByAna(nativeStory()),
      deskSays('2026-03-02 09:10', { resolve: '2026-03-02 12:00' }),
      waits('2026-03-02 10:00', 'ana'),
    );
    expect((await told.clock('2026-03-02 11:30')).remaining).toBe(2 * 3_600_000);
    await given(told, resumes('2026-03-02 11:30', 'ana'));
    expect((await told.clock('2026-03-02 11:30')).remaining).toBe(1_800_000);
  });

  it('judge a resolved ticket at its resolving', async () => {
    const told = await given(
      await heldByAna(nativeStory()),
      deskSays('2026-03-02 09:10', { resolve: '2026-03-02 12:00' }),
      resolves('2026-03-02 12:05', 'ana'),
    );
    expect(resolveReading(await told.open(), instant('2026-03-02 18:00'))).toMatchObject({ status: 'missed' });
  });

  it('of a ticket without a ledger open none', async () => {
    const told = await given(
      story(),
      deskSays('2026-03-02 09:00', { resolve: '2026-03-02 12:00' }),
      ticks('2026-03-02 09:01'),
    );
    expect(await told.facts()).toEqual([]);
    await given(told, opens('2026-03-02 09:02'));
    expect(await told.types()).toEqual(['EscalationOpened']);
  });
});
