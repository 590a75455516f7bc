import { healthView, type Health } from '../../shared/src/panel/health';
import { readerOf } from '../../shared/src/panel/reader';
import { storyDirectory } from '../support/agreement';
import { instant } from '../support/story';

const NOW = instant('2026-03-02 10:10');
const MINUTE = 60_000;

const well: Health = {
  ...{ swept: NOW - 4 * MINUTE, sweepsEvery: 10 * MINUTE, searched: NOW - 5 * MINUTE },
  ...{ late: { tickets: 0, isAll: true }, unseen: 0, givenUp: [], heard: [], unsent: [] },
};

const readBy = (health: Partial<Health>, person = 'ana') =>
  healthView(readerOf(storyDirectory, { person, timeZone: 'UTC', desk: 'jira' }, NOW), { ...well, ...health });

const lineOf = (health: Partial<Health>, wanted: string) => readBy(health).lines.find(({ name }) => name === wanted);

describe('whether Baton keeps up', () => {
  it('is said without alarm while it does', () => {
    const { lines, mayRetry } = readBy({});
    expect(lines.filter(({ lozenge }) => lozenge)).toEqual([]);
    expect(lines.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'Sweeps: The last one was at 10:06 today.',
      'What fell due: Nothing waits.',
      'Changes no event told of: Looked for until 10:05 today.',
      'From event to owner: Nothing to count yet.',
      'Messages outside: All were taken.',
    ]);
    expect(mayRetry).toBe(false);
  });

  it('warns once two sweeps in a row are missing', () => {
    expect(lineOf({ swept: NOW - 20 * MINUTE }, 'Sweeps')).not.toHaveProperty('lozenge');
    expect(lineOf({ swept: NOW - 21 * MINUTE }, 'Sweeps')).toMatchObject({ lozenge: { text: 'LATE' } });
  });

  it('says how much waits and since when, and warns when a sweep should have had it', () => {
    const since = NOW - 15 * MINUTE;
    const line = lineOf({ late: { tickets: 50, since, isAll: false } }, 'What fell due');
    expect(line).toEqual({
      name: 'What fell due',
      text: 'More than 50 work items wait, since 09:55 today. It comes in order, and nothing is lost.',
    });
    const later = { tickets: 1, since: since - 1, isAll: true };
    expect(lineOf({ late: later }, 'What fell due')).toMatchObject({ lozenge: { text: 'LATE' } });
  });

  it('names what was given up, and counts what nobody has looked at', () => {
    expect(lineOf({ givenUp: ['INC-4', 'INC-9'] }, 'Given up for now')?.text).toMatch(/^INC-4, INC-9 could not/);
    expect(lineOf({ unseen: 3 }, 'Changes no event told of')?.text).toContain('3 work items still to be looked at');
  });

  it('tells the middle and the slowest of how long it took to hear', () => {
    const heard = [2_000, 400, 95_000];
    expect(lineOf({ heard }, 'From event to owner')?.text).toBe(
      'Half of the last 3 changes were here within 2 s, the slowest after 1 min.',
    );
  });

  it('counts the messages that no channel took', () => {
    const since = NOW - 10 * MINUTE;
    const unsent = [
      { waiting: 2, since, givenUp: 0 },
      { waiting: 1, since: since + MINUTE, givenUp: 1 },
    ];
    expect(lineOf({ unsent }, 'Messages outside')).toMatchObject({
      text: '3 not taken yet, since 10:00 today. 1 given up: no channel took them. Check the channels in the agreement.',
      lozenge: { text: 'LOOK' },
    });
  });

  it('asks for room from 8,000 of 10,000 on', () => {
    expect(lineOf({ room: { held: 7_999, most: 10_000 } }, 'Room')).toEqual({
      name: 'Room',
      text: '7,999 of 10,000 open escalations.',
    });
    expect(lineOf({ room: { held: 8_000, most: 10_000 } }, 'Room')).toMatchObject({ lozenge: { text: 'LOOK' } });
  });

  it('lets a lead have it tried again', () => {
    expect(readBy({}, 'carla').mayRetry).toBe(true);
    expect(readBy({}, 'grace').mayRetry).toBe(true);
  });
});
