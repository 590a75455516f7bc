import { acceptedByOmar, given, heldByAna, offeredByAna, resolves, type Step, type Story } from '../support/story';

type Verdict = 'should not' | 'should have';
const judges = (at: string, who: string, verdict: Verdict): Step => [at, who, { type: 'JudgeEscalation', verdict }];
const refused = async (told: Story, ...[at, who, what]: Step) => (await told.happens(at, who, what)).refusal?.code;
const verdicts = async (told: Story) =>
  (await told.factsOf('EscalationJudged')).map(({ by, data }) => [by.party, (data as { verdict: Verdict }).verdict]);

describe('whether it should have been escalated', () => {
  it('says whoever accepted it, once, and the giver once it is resolved', async () => {
    const told = await given(
      await acceptedByOmar(),
      judges('2026-03-02 10:20', 'omar', 'should not'),
      judges('2026-03-02 10:21', 'grace', 'should not'),
      resolves('2026-03-02 11:00', 'omar'),
      judges('2026-03-02 11:10', 'ana', 'should not'),
    );
    expect(await verdicts(told)).toEqual([
      ['msp', 'should not'],
      ['client', 'should not'],
    ]);
  });

  it('says either party of one that was resolved without', async () => {
    const told = await given(
      await heldByAna(),
      resolves('2026-03-02 11:00', 'ana'),
      judges('2026-03-02 11:10', 'omar', 'should have'),
    );
    expect(await verdicts(told)).toEqual([['msp', 'should have']]);
  });

  it('says nobody before there is anything to judge, and nobody who is of neither party', async () => {
    expect(await refused(await offeredByAna(), ...judges('2026-03-02 10:05', 'omar', 'should not'))).toBe(
      'nothing-to-judge',
    );
    expect(await refused(await heldByAna(), ...judges('2026-03-02 10:05', 'ana', 'should have'))).toBe(
      'nothing-to-judge',
    );
    expect(await refused(await acceptedByOmar(), ...judges('2026-03-02 10:20', 'ana', 'should not'))).toBe(
      'nothing-to-judge',
    );
    const told = await given(await acceptedByOmar());
    const stranger = await told.happens('2026-03-02 10:20', undefined, {
      type: 'JudgeEscalation',
      verdict: 'should not',
    });
    expect(stranger.refusal?.code).toBe('not-a-participant');
  });

  it('changes nothing else', async () => {
    const told = await acceptedByOmar();
    const before = await told.owed('2026-03-02 10:20');
    await given(told, judges('2026-03-02 10:20', 'omar', 'should not'));
    expect(JSON.stringify(await told.owed('2026-03-02 10:20'))).toBe(JSON.stringify(before));
  });
});
