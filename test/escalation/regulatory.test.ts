import type { Terms } from '../../shared/src/agreement';
import { answersAsk, withdrawsAsk } from '../support/asks';
import { given, heldByAna, instant, people, story, storyWith, type Story } from '../support/story';
import { storyTerms } from '../support/agreement';

const hour = 3_600_000;
const regulated = (terms: Terms): Terms => ({
  ...terms,
  regulatory: { route: 'Data protection', approver: 'grace', report: 72 * hour },
});

const asked = async (told: Story) =>
  (await told.factsOf('Asked')).map(({ data: { kind, of, route, answerBy } }) => ({ kind, of, route, answerBy }));

const ofGrace = {
  kind: 'approval',
  of: { party: 'msp', person: 'grace' },
  route: 'Data protection',
  answerBy: instant('2026-03-05 09:00'),
};

describe('a ticket on a regulatory route', () => {
  it('asks the approver at once, with seventy-two hours of every day, custody staying where it is', async () => {
    const told = await heldByAna(storyWith(regulated));
    expect(await asked(told)).toEqual([ofGrace]);
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect(await told.owed('2026-03-02 09:30')).toContainEqual(
      expect.objectContaining({ kind: 'answer', party: 'msp', person: 'grace', dueAt: ofGrace.answerBy }),
    );
  });

  it('is answered in words by the approver, and taken back by nobody', async () => {
    const told = await heldByAna(storyWith(regulated));
    expect((await told.happens(...withdrawsAsk('2026-03-02 10:00', 'ana'))).refusal?.sentence).toBe(
      'The agreement asks this, so nobody takes it back.',
    );
    expect((await told.happens(...answersAsk('2026-03-02 10:01', 'omar'))).refusal?.code).toBe('not-asked');
    await given(told, answersAsk('2026-03-03 22:00', 'grace', 'a1', 'Reported to the regulator as 2026/118'));
    expect((await told.owed('2026-03-03 22:01')).filter(({ kind }) => kind === 'answer')).toEqual([]);
  });

  it('asks the lead of whoever holds it where the approver has left', async () => {
    const directory = people({ grace: { active: false } });
    const told = await heldByAna(story({}, { terms: async () => regulated(storyTerms()), directory }));
    expect((await asked(told)).map(({ of }) => of)).toEqual([{ party: 'client', person: 'carla' }]);
  });

  it('asks when another priority puts it there, and once however often that changes', async () => {
    const about: { priority: 1 | 3 } = { priority: 3 };
    const terms = async () => (about.priority === 1 ? regulated(storyTerms(about)) : storyTerms(about));
    const told = await heldByAna(story({}, { terms }));
    expect(await asked(told)).toEqual([]);
    for (const [at, priority] of [
      ['09:10', 1],
      ['09:20', 3],
      ['09:30', 1],
    ] as const) {
      about.priority = priority;
      await told.happens(`2026-03-02 ${at}`, 'ana', { type: 'TicketReprioritised' });
    }
    expect(await asked(told)).toEqual([{ ...ofGrace, answerBy: instant('2026-03-05 09:10') }]);
  });
});
