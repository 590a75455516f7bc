import {
  backupOf,
  directoryOf,
  directoryWith,
  everybodyThere,
  onCallAfter,
  onDuty,
  parseAgreement,
} from '../../shared/src/agreement';
import { storyDirectory, storyDocument } from '../support/agreement';

const noc = 'northwind-noc';

/** Omar works mornings and Grace afternoons in Madrid; on 3 March 2026 they swap the morning. */
const agreement = (() => {
  const document = storyDocument();
  const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
  const weekdays = (from: string, to: string) => Object.fromEntries(workdays.map(day => [day, [[from, to]]]));
  const roster = {
    backup: 'grace',
    weekly: [
      { person: 'omar', hours: weekdays('08:00', '13:00') },
      { person: 'grace', backup: 'omar', hours: weekdays('13:00', '18:00') },
    ],
    overrides: [{ person: 'grace', backup: 'omar', from: '2026-03-03T07:00:00Z', to: '2026-03-03T12:00:00Z' }],
  };
  return parseAgreement(
    JSON.stringify({ ...document, teams: { ...document.teams, [noc]: { ...document.teams[noc], roster } } }),
  );
})();

const directory = directoryOf(agreement);

describe('A roster', () => {
  it.each([
    ['the morning shift', '2026-03-02T08:00:00Z', 'omar', 'grace'],
    ['the afternoon shift from its first minute', '2026-03-02T12:00:00Z', 'grace', 'omar'],
    ['whoever swapped', '2026-03-03T08:00:00Z', 'grace', 'omar'],
    ['the table again once the swap ends', '2026-03-03T12:00:00Z', 'grace', 'omar'],
    ['nobody outside its hours', '2026-03-07T08:00:00Z', undefined, 'grace'],
  ])('gives %s', (_who, instant, person, standIn) => {
    const at = Date.parse(instant);
    expect([onDuty(directory, noc, at), backupOf(directory, noc, at)]).toEqual([person, standIn]);
  });

  it('without shifts gives its standing names at every instant', () => {
    expect(onDuty(storyDirectory, noc, Date.parse('2026-03-08T03:00:00Z'))).toBe('omar');
  });

  it('of a team that does not exist has nobody on it', () => {
    expect(onDuty(directory, 'constructor', 0)).toBeUndefined();
  });
});

describe('A schedule of the desk’s own', () => {
  const at = Date.parse('2026-03-02T08:00:00Z');
  const named = (people: readonly string[]) =>
    directoryWith(directory, { ...everybodyThere, onCall: { [noc]: onCallAfter(undefined, people, at) } });

  it('goes before the table, and after whoever swapped', () => {
    expect([onDuty(named(['li']), noc, at), backupOf(named(['li', 'omar']), noc, at)]).toEqual(['li', 'omar']);
    expect(onDuty(named(['li']), noc, Date.parse('2026-03-03T08:00:00Z'))).toBe('grace');
  });

  it('that names nobody leaves it to the table', () => {
    expect(onDuty(named([]), noc, at)).toBe('omar');
  });

  it('is known since it first named these people, and kept while it is silent', () => {
    const first = onCallAfter(undefined, ['li'], 1_000);
    expect(onCallAfter(first, ['li'], 2_000)).toEqual({ people: ['li'], since: 1_000, askedAt: 2_000 });
    const silent = onCallAfter(onCallAfter(first, undefined, 2_000), undefined, 3_000);
    expect(silent).toEqual({ people: ['li'], since: 1_000, askedAt: 3_000, failedSince: 2_000 });
    expect(onCallAfter(silent, ['omar'], 4_000)).toEqual({ people: ['omar'], since: 4_000, askedAt: 4_000 });
  });
});
