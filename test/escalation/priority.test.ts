import type { TicketFacts } from '../../shared/src/agreement';
import { storyTerms } from '../support/agreement';
import {
  accepts,
  crossing,
  given,
  heldByAna,
  holds,
  instant,
  offers,
  resumes,
  story,
  ticks,
  waits,
  type Step,
} from '../support/story';

/** A story whose ticket changes priority on the way. */
async function reprioritised(from: 1 | 2 | 3, change?: Parameters<typeof crossing>[1]) {
  const about: { priority: TicketFacts['priority'] } = { priority: from };
  const terms = async () => {
    const now = storyTerms(about);
    return change ? crossing('client>msp', change)(now) : now;
  };
  const told = await heldByAna(story({}, { terms }));
  const becomes = async (at: string, priority: 1 | 2 | 3, learned = at.replace(' ', 'T') + 'Z') => {
    about.priority = priority;
    return told.happens(at, 'ana', { type: 'TicketReprioritised' }, { learned });
  };
  return { told, becomes };
}

const waited: readonly Step[] = [
  waits('2026-03-02 09:10', 'ana'),
  holds('2026-03-02 09:11', 'ana'),
  resumes('2026-03-02 09:40', 'ana'),
];

describe('another priority', () => {
  it('brings other promises, as a fact', async () => {
    const { told, becomes } = await reprioritised(3);
    await becomes('2026-03-02 10:00', 2);
    expect((await told.factsOf('TermsReplaced'))[0]).toMatchObject({
      data: { because: 'priority', terms: { priority: 2 } },
    });
  });

  it('restarts no clock and loses no pause', async () => {
    const { told, becomes } = await reprioritised(3);
    await given(told, ...waited);
    await becomes('2026-03-02 10:00', 2);
    expect((await told.clock('2026-03-02 10:30')).dueAt).toBe(instant('2026-03-02 17:30'));
  });

  it('that promises the same is no fact', async () => {
    const { told, becomes } = await reprioritised(2);
    await becomes('2026-03-02 10:00', 2);
    expect(await told.factsOf('TermsReplaced')).toEqual([]);
  });

  it('re-reads the acknowledge target of an open offer from the offer instant', async () => {
    const { told, becomes } = await reprioritised(3);
    await given(told, offers('2026-03-02 10:00', 'ana'));
    expect((await told.owed('2026-03-02 10:05'))[0]?.dueAt).toBe(instant('2026-03-02 12:00'));
    await becomes('2026-03-02 10:10', 2);
    expect((await told.owed('2026-03-02 10:11'))[0]?.dueAt).toBe(instant('2026-03-02 10:30'));
    await given(told, ticks('2026-03-02 10:30'));
    expect((await told.factsOf('OfferLapsed'))[0]?.at).toBe(instant('2026-03-02 10:30'));
  });

  it('makes nobody late before it was made: the offer lapses at the change, not before', async () => {
    const { told, becomes } = await reprioritised(3);
    await given(told, offers('2026-03-02 10:00', 'ana'));
    await becomes('2026-03-02 11:00', 2);
    expect((await told.factsOf('OfferLapsed')).map(fact => fact.at)).toEqual([instant('2026-03-02 11:00')]);
    await given(told, ticks('2026-03-02 11:29'));
    expect(await told.factsOf('OfferLapsed')).toHaveLength(1);
  });

  it('leaves an answer that was in time in time', async () => {
    const { told, becomes } = await reprioritised(3);
    await given(told, offers('2026-03-02 10:00', 'ana'), accepts('2026-03-02 11:00', 'omar'));
    await becomes('2026-03-02 11:30', 1);
    const stretches = await told.waterfall('2026-03-02 12:00');
    expect(stretches.map(stretch => (stretch.is === 'running' ? stretch.as : stretch.is))).not.toContain('unanswered');
  });

  it('loses no time that the agreement had stopped', async () => {
    const { told, becomes } = await reprioritised(3, { closedReceiver: 'wait and stop' });
    await given(told, offers('2026-03-02 16:50', 'ana', { deadline: instant('2026-03-03 12:00') }));
    const before = await told.clock('2026-03-02 17:50');
    const { told: other, becomes: change } = await reprioritised(3, { closedReceiver: 'wait and stop' });
    await given(other, offers('2026-03-02 16:50', 'ana', { deadline: instant('2026-03-03 12:00') }));
    await change('2026-03-02 17:50', 2);
    expect((await other.clock('2026-03-02 17:50')).elapsed).toBe(before.elapsed);
    expect((await other.open()).stops).toHaveLength(1);
    await becomes('2026-03-02 17:50', 3);
  });
});
