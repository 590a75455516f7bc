import type { Terms } from '../../shared/src/agreement';
import { storyTerms } from '../support/agreement';
import { accepts, given, heldByAna, holds, instant, offers, resumes, story, ticks, waits } from '../support/story';

const hour = 3_600_000;
const always: Terms['calendars'][string] = {
  timeZone: 'UTC',
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [['00:00', '24:00'] as const]]),
  ),
};

/** Version 2 promises another time, round the clock. */
const second = (before: Terms): Terms => ({
  ...before,
  version: 2,
  resolve: { ...before.resolve, within: 6 * hour },
  calendars: { ...before.calendars, [before.resolve.calendar]: always },
});

/** A story whose agreement gets another version on the way, and a lead who moves what is open to it. */
async function agreedAnew(change: (before: Terms) => Terms | undefined = second) {
  let now: Terms | undefined = storyTerms();
  const told = await heldByAna(story({}, { terms: async () => now }));
  const moves = (at: string, who = 'grace') => {
    now = change(storyTerms());
    return told.happens(at, who, { type: 'MoveToVersion', version: 2, why: 'Both sides agreed on nights' });
  };
  return { told, moves };
}

describe('an open escalation that goes on under another version', () => {
  it('says so in its ledger: from which to which, who chose it and why', async () => {
    const { told, moves } = await agreedAnew();
    await moves('2026-03-02 10:00');
    expect(await told.factsOf('TermsReplaced')).toMatchObject([
      {
        by: { person: 'grace', party: 'msp' },
        data: { because: 'agreement', from: 1, terms: { version: 2 } },
        texts: { why: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
  });

  it('keeps what was spent, though the hours that count are others from then on', async () => {
    const { told, moves } = await agreedAnew();
    await given(told, waits('2026-03-02 10:00', 'ana'), holds('2026-03-02 10:01', 'ana'));
    await given(told, resumes('2026-03-02 10:30', 'ana'), ticks('2026-03-03 08:00'));
    const before = await told.clock('2026-03-03 08:00');
    await moves('2026-03-03 08:00');
    const after = await told.clock('2026-03-03 08:00');
    expect(after.elapsed).toBe(before.elapsed);
    expect(after.within - after.elapsed).toBe(6 * hour - before.elapsed);
    expect((await told.clock('2026-03-03 09:00')).elapsed).toBe(before.elapsed + hour);
  });

  it('keeps an open offer: whoever it was made to may still take it', async () => {
    const { told, moves } = await agreedAnew();
    await given(told, offers('2026-03-02 10:00', 'ana'));
    await moves('2026-03-02 10:05');
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    await given(told, accepts('2026-03-02 10:10', 'omar'));
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });

  it('says nothing again that was said, and calls nobody for the time before', async () => {
    const { told, moves } = await agreedAnew(before => ({
      ...second(before),
      rungs: [{ id: 'late', when: { after: hour / 2 }, calls: { lead: 'holder' } }],
    }));
    await moves('2026-03-02 11:00');
    await given(told, ticks('2026-03-02 11:01'));
    const reached = await told.factsOf('RungReached');
    expect(reached.map(({ at }) => at)).toEqual([instant('2026-03-02 11:00')]);
  });

  it('is moved once, however often it is asked', async () => {
    const { told, moves } = await agreedAnew();
    await moves('2026-03-02 10:00');
    await moves('2026-03-02 10:10', 'carla');
    expect(await told.factsOf('TermsReplaced')).toHaveLength(1);
  });

  it.each<[string, (before: Terms) => Terms | undefined]>([
    ['the version has no cell for it', () => undefined],
    ['yet another version counts by now', before => ({ ...before, version: 3 })],
  ])('keeps its own where %s', async (_why, change) => {
    const { told, moves } = await agreedAnew(change);
    await moves('2026-03-02 10:00');
    expect((await told.open()).terms.version).toBe(1);
  });

  it('keeps its own once it is resolved', async () => {
    const { told, moves } = await agreedAnew();
    await told.happens('2026-03-02 09:30', 'ana', { type: 'TicketResolved' });
    await moves('2026-03-02 10:00');
    expect((await told.open()).terms.version).toBe(1);
  });

  it('keeps what was spent through a change of priority after it', async () => {
    const { told, moves } = await agreedAnew();
    await moves('2026-03-02 18:30');
    const before = await told.clock('2026-03-02 20:00');
    await told.happens('2026-03-02 20:00', 'ana', { type: 'TicketReprioritised' });
    expect((await told.clock('2026-03-02 20:00')).elapsed).toBe(before.elapsed);
  });
});
