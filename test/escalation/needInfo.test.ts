import { nextDue } from '../../shared/src/escalation';
import { accepts, declines, given, offeredByAna, resolves, ticks, withdraws, type Story } from '../support/story';
import { answersAsk, needsInfo, withdrawsAsk } from '../support/asks';

const owed = async (told: Story, at: string): Promise<string[]> =>
  (await told.owed(at)).map(
    ({ kind, party, dueAt, isPaused }) =>
      `${kind} ${party} ${new Date(dueAt).toISOString().slice(11, 16)}${isPaused ? ' stands still' : ''}`,
  );

/** Offered at 10:00, to be answered by 10:30; Omar needs to know more at 10:10. */
const asked = async (): Promise<Story> => given(await offeredByAna(), needsInfo('2026-03-02 10:10', 'omar'));

describe('a receiver who has to know more first', () => {
  it('stops their time to answer; the giver owes the information', async () => {
    const told = await asked();
    expect(await owed(told, '2026-03-02 10:40')).toEqual([
      'acknowledge msp 11:00 stands still',
      'answer client 14:10',
      'resolve client 17:00',
    ]);
    await given(told, ticks('2026-03-02 16:00'));
    expect(await told.types()).not.toContain('OfferLapsed');
    expect(nextDue(await told.state())).toBeUndefined();
  });

  it('has the rest of the time once it is answered', async () => {
    const told = await given(await asked(), answersAsk('2026-03-02 11:00', 'ana', 'a1', 'Array 7'));
    expect(await owed(told, '2026-03-02 11:05')).toEqual(['acknowledge msp 11:20', 'resolve client 17:00']);
    await given(told, ticks('2026-03-02 11:19'));
    expect(await told.types()).not.toContain('OfferLapsed');
    await given(told, ticks('2026-03-02 11:21'));
    expect(await told.factsOf('OfferLapsed')).toMatchObject([{ at: Date.parse('2026-03-02T11:20:00Z') }]);
  });

  it('stops it once only: a second question has its own deadline and holds up nothing', async () => {
    const told = await given(
      await asked(),
      answersAsk('2026-03-02 11:00', 'ana', 'a1', 'Array 7'),
      needsInfo('2026-03-02 11:10', 'omar', 'Which shelf?'),
    );
    expect(await owed(told, '2026-03-02 11:11')).toEqual([
      'acknowledge msp 11:20',
      'answer client 15:10',
      'resolve client 17:00',
    ]);
  });

  it('uses none of the time itself: it stays the giver’s', async () => {
    const told = await given(await asked(), answersAsk('2026-03-02 11:00', 'ana', 'a1', 'Array 7'));
    const offered = (await told.waterfall('2026-03-02 11:30')).filter(
      stretch => stretch.from >= Date.parse('2026-03-02T10:00Z'),
    );
    expect(offered).toMatchObject([
      { as: 'offered', usedBy: 'client', ms: 80 * 60_000 },
      { as: 'unanswered', usedBy: 'msp', ms: 10 * 60_000 },
    ]);
  });

  it.each([
    ['accepted', accepts('2026-03-02 10:20', 'omar')],
    ['declined', declines('2026-03-02 10:20', 'omar')],
    ['withdrawn', withdraws('2026-03-02 10:20', 'ana')],
    ['resolved', resolves('2026-03-02 10:20', 'ana')],
  ])('asks no more once it is %s', async (_, step) => {
    const told = await given(await asked(), step);
    expect((await told.owed('2026-03-02 10:21')).map(({ kind }) => kind)).not.toContain('answer');
    const late = await told.happens(...answersAsk('2026-03-02 10:22', 'ana', 'a1', 'Array 7'));
    expect(late.refusal?.code).toBe('no-ask');
  });

  it('may take the question back, and their time runs on', async () => {
    const told = await asked();
    expect((await told.happens(...withdrawsAsk('2026-03-02 10:15', 'ana'))).refusal?.code).toBe('not-holder');
    await given(told, withdrawsAsk('2026-03-02 10:20', 'omar'));
    expect(await owed(told, '2026-03-02 10:21')).toEqual(['acknowledge msp 10:40', 'resolve client 17:00']);
  });

  it('is somebody who may answer the offer', async () => {
    const told = await offeredByAna();
    expect((await told.happens(...needsInfo('2026-03-02 10:10', 'ana'))).refusal?.code).toBe('wrong-party');
    expect((await told.happens(...needsInfo('2026-03-02 10:11', 'li'))).refusal?.code).toBe('not-in-team');
  });

  it('gains nothing by asking after the time has passed', async () => {
    const told = await given(await offeredByAna(), ticks('2026-03-02 10:31'), needsInfo('2026-03-02 10:35', 'grace'));
    const late = (await told.waterfall('2026-03-02 10:50')).at(-1);
    expect(late).toMatchObject({ as: 'unanswered', usedBy: 'msp' });
  });
});
