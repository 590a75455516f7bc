import { adviceOn, parseAgreement, storedBytes } from '../../shared/src/agreement';
import { storyAgreement, storyDirectory, storyDocument, storyIndex, storyTerms } from '../support/agreement';

const minutes = (count: number) => count * 60_000;
const hours = (count: number) => minutes(60 * count);

describe('The starter agreement', () => {
  it('is valid as it stands and gives no cause for advice', () => {
    expect(() => parseAgreement(JSON.stringify(storyDocument()))).not.toThrow();
    expect(adviceOn(storyAgreement)).toEqual([]);
  });

  it.each([1, 2, 3, 4] as const)('keeps the terms of a P%i incident within 8 KB', priority => {
    expect(storedBytes(storyTerms({ priority }))).toBeLessThanOrEqual(8 * 1024);
  });

  it('fits its index and its directory in one record each', () => {
    expect(storedBytes(storyIndex)).toBeLessThanOrEqual(32 * 1024);
    expect(storedBytes(storyDirectory)).toBeLessThanOrEqual(32 * 1024);
  });

  it('counts a P1 incident around the clock, in four hours, and deems an unanswered offer accepted', () => {
    const terms = storyTerms({ priority: 1 });
    expect(terms.resolve).toEqual({ within: hours(4), calendar: '24x7', clockOfRecord: 'baton' });
    expect(terms.hours).toEqual({ msp: '24x7', client: '24x7' });
    expect(Object.keys(terms.calendars)).toEqual(['24x7']);
    expect(terms.boundaries['client>msp']).toMatchObject({
      acknowledge: minutes(15),
      deemedAccepted: true,
      closedReceiver: 'on call',
    });
  });

  it('counts other incidents on the service hours, each party owing on its own', () => {
    const terms = storyTerms({ priority: 2 });
    expect(terms.resolve).toEqual({ within: hours(8), calendar: 'service-hours', clockOfRecord: 'baton' });
    expect(terms.hours).toEqual({ msp: 'msp-hours', client: 'client-hours' });
    expect(Object.keys(terms.calendars).sort()).toEqual(['client-hours', 'msp-hours', 'service-hours']);
    expect(terms.calendars['msp-hours']?.timeZone).toBe('Europe/Madrid');
    expect(terms.calendars['client-hours']?.timeZone).toBe('Europe/Lisbon');
  });

  it.each([
    [1, 'enforce'],
    [2, 'enforce'],
    [3, 'enforce'],
    [4, 'observe'],
  ] as const)('handles a P%i incident in mode %s', (priority, mode) => {
    const { boundaries } = storyTerms({ priority });
    expect([boundaries['client>msp'].mode, boundaries['msp>client'].mode]).toEqual([mode, mode]);
  });

  it('words the diagnosis of a request as what was done so far', () => {
    expect(storyTerms({ workType: 'request' }).boundaries['client>msp'].packet.labels).toEqual({
      diagnosis: 'Done so far',
    });
    expect(storyTerms().boundaries['client>msp'].packet.labels).toEqual({});
  });

  it('asks the receiving team, then its backup, then its lead', () => {
    const { receiver, ladder } = storyTerms().boundaries['client>msp'];
    expect(receiver).toBe('northwind-noc');
    expect(ladder).toEqual([
      { team: 'northwind-noc', who: 'backup', acknowledge: minutes(30) },
      { team: 'northwind-noc', who: 'lead', acknowledge: minutes(30) },
    ]);
  });

  it('lets the client’s coordinator break a tie while the giver keeps the ticket', () => {
    const { 'client>msp': up, 'msp>client': down } = storyTerms().boundaries;
    expect(up.tieBreak).toEqual({
      owner: 'carla',
      decide: hours(1),
      holder: { party: 'client', team: 'contoso-desk' },
    });
    expect(down.tieBreak.holder).toEqual({ party: 'msp', team: 'northwind-noc' });
  });

  it('offers six reasons for a handoff', () => {
    expect(storyTerms().boundaries['client>msp'].packet.reasons.map(({ label }) => label)).toEqual([
      'Needs other skills',
      'Needs access or permission',
      'Outside our agreed scope',
      'Vendor or on-site work',
      'Out of hours cover',
      'Other',
    ]);
  });

  it('puts the first two people of each team on its roster, those at home there first', () => {
    const { teams } = storyDirectory;
    expect(teams['northwind-noc']).toMatchObject({ onDuty: 'omar', backup: 'grace' });
    expect(teams['contoso-infra']).toMatchObject({ onDuty: 'bruno', backup: 'carla' });
  });
});
