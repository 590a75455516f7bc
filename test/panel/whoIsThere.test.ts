import { answerList, type ListAnswer, type ListDesk } from '../../shared/src/panel';
import type { Directory, Out } from '../../shared/src/agreement';
import { storyDirectory } from '../support/agreement';
import { instant, people } from '../support/story';

interface Pressing {
  readonly by: string;
  readonly on: string;
  readonly at?: string;
  readonly isOut?: boolean;
  readonly directory?: Directory;
}

/** Somebody presses, and what is stored of it. */
async function pressed({ by, on, at = '2026-03-02 10:00', isOut = true, directory = storyDirectory }: Pressing) {
  const kept: { person: string; out: Out | undefined }[] = [];
  const party = directory.people[by]?.party as 'msp' | 'client';
  const none = async () => ({ rows: [], isAll: true });
  const desk: ListDesk = {
    ...{ name: 'jira', now: instant(at), directory, offered: none, ours: none },
    viewer: { person: by, party, timeZone: 'Europe/Lisbon' },
    called: async () => ({}),
    open: () => Promise.reject(new Error('Nothing is opened here.')),
    keepOut: async (person, out) => void kept.push({ person, out }),
    keepConfirmed: () => Promise.reject(new Error('Nobody confirms here.')),
    keepDrill: () => Promise.reject(new Error('No drill is held here.')),
    drillOn: () => Promise.reject(new Error('No drill is held here.')),
    lookAt: async () => undefined,
    health: () => Promise.reject(new Error('Nobody asks for it here.')),
    tryAgain: () => Promise.reject(new Error('Nobody asks for it here.')),
    log: () => undefined,
  };
  const viewer = { timeZone: 'Europe/Lisbon' };
  const answer: ListAnswer = await answerList(desk, { type: 'out', viewer, person: on, isOut });
  return { answer, kept };
}

describe('out today', () => {
  it.each([
    ['somebody of themself', 'omar', 'omar'],
    ['the lead of their people', 'grace', 'dana'],
  ])('is said by %s', async (_, by, on) => {
    const { answer, kept } = await pressed({ by, on });
    expect(answer).toMatchObject({ ok: true });
    expect(kept).toMatchObject([{ person: on, out: { from: instant('2026-03-02 10:00'), by } }]);
  });

  it.each([
    ['a colleague', 'li', 'dana'],
    ['the other party’s lead', 'carla', 'dana'],
    ['anybody of somebody who is not in the agreement', 'grace', 'constructor'],
  ])('is not said by %s, whatever the page sends', async (_, by, on) => {
    const { answer, kept } = await pressed({ by, on });
    expect(answer).toMatchObject({ ok: false, code: 'not-a-participant' });
    expect(kept).toEqual([]);
  });

  it.each([
    ['an ordinary day', '2026-03-02 10:00', '2026-03-02 23:00'],
    ['the day that is an hour short', '2026-03-29 00:30', '2026-03-29 22:00'],
    ['the day that is an hour long', '2026-10-24 22:10', '2026-10-25 23:00'],
    ['the last minute of a day', '2026-03-02 22:59', '2026-03-02 23:00'],
  ])('ends at midnight by their own party’s walls on %s', async (_, at, until) => {
    const { kept } = await pressed({ by: 'omar', on: 'omar', at });
    expect(kept[0]?.out?.until).toBe(instant(until));
  });

  it('is over with one press', async () => {
    const out = { from: instant('2026-03-02 08:00'), until: instant('2026-03-02 23:00') };
    const { answer, kept } = await pressed({
      by: 'omar',
      on: 'omar',
      isOut: false,
      directory: people({ omar: { out } }),
    });
    expect(kept).toEqual([{ person: 'omar', out: undefined }]);
    expect(answer).toMatchObject({ said: 'You are here' });
  });

  it('shows people themselves, and leads everybody of their party', async () => {
    const seenBy = async (by: string) => {
      const { answer } = await pressed({ by, on: by });
      return answer.ok && 'view' in answer ? answer.view.people.people.map(({ press }) => press.label) : [];
    };
    expect(await seenBy('omar')).toEqual(['I am back']);
    expect(await seenBy('grace')).toEqual([
      'I am back',
      'Omar Said is out today',
      'Dana Ruiz is out today',
      'Li Wei is out today',
    ]);
  });
});
