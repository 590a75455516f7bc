import { backupOf, directoryOf, onDuty, parseAgreement } from '../../shared/src/agreement';
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
