import { changedSections, type Baseline, type SettingsAnswer } from '../../shared/src';
import { storyDocument } from '../support/agreement';
import { settingsDesk, type Asked } from '../support/agreeing';

const start = Date.parse('2026-03-02T09:00:00Z');
const quarter: Baseline = {
  ...{ file: 'q4.csv', first: Date.parse('2025-10-01T08:00:00Z'), last: start, cases: 120, version: 1 },
  figures: {
    ...{ attainment: { count: 90, of: 120 }, rework: { count: 4, of: 40 }, ambiguity: 7 },
    ...{ timeToAcknowledge: 1_800_000, timeToEscalate: null },
  },
};
const freeze = (baseline: object): Asked => ({ type: 'freeze baseline', baseline }) as Asked;

/** A site on which version 1 is in force. */
async function begun() {
  const desk = settingsDesk(start);
  const document = { ...storyDocument(), version: 1 };
  const reason = 'We begin';
  await desk.ask('admin', { type: 'draft', version: 1, expected: 0, reason, sections: changedSections({}, document) });
  await desk.ask('admin', { type: 'adopt', version: 1, expected: 1, reason });
  return desk;
}

const kept = (answer: SettingsAnswer): readonly unknown[] => {
  if (!answer.ok) throw new Error(answer.sentence);
  return (answer.baselines ?? []).map(({ number, name, at, cases }) => ({ number, name, at, cases }));
};

describe('A baseline of the time before Baton', () => {
  it('is frozen by a lead, with who and when, and read by both parties', async () => {
    const desk = await begun();
    await desk.ask('grace', freeze(quarter));
    expect(kept(await desk.ask('carla', { type: 'baselines' }))).toEqual([
      { number: 1, name: 'Grace Kim', at: start, cases: 120 },
    ]);
  });

  it('stays when another one is frozen', async () => {
    const desk = await begun();
    for (const cases of [120, 121, 122, 123, 124, 125, 126]) {
      desk.pass(1);
      await desk.ask(cases % 2 === 0 ? 'grace' : 'carla', freeze({ ...quarter, cases }));
    }
    const all = await desk.ask('omar', { type: 'baselines' });
    expect(kept(all).map(one => (one as { cases: number }).cases)).toEqual([126, 125, 124, 123, 122, 121, 120]);
    expect(all.ok && all.baselines?.at(-1)).toMatchObject({
      ...quarter,
      number: 1,
      by: { person: 'grace', party: 'msp' },
    });
  });

  it('is one of two where two leads freeze at once, and the other hears so', async () => {
    const desk = await begun();
    const answers = await Promise.all(['grace', 'carla'].map(lead => desk.ask(lead, freeze(quarter))));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(kept(await desk.ask('omar', { type: 'baselines' }))).toHaveLength(1);
  });

  it('is frozen by nobody else, and shown to no stranger', async () => {
    const desk = await begun();
    expect(await desk.ask('omar', freeze(quarter))).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await desk.ask('admin', freeze(quarter))).toMatchObject({ ok: false });
    expect(await desk.ask('nobody', { type: 'baselines' })).toMatchObject({ ok: false, code: 'not-a-party' });
    expect(kept(await desk.ask('grace', { type: 'baselines' }))).toEqual([]);
  });
});
