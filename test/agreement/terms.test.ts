import { agreementParts, parseAgreement, partsFor, termsFor, type TicketFacts } from '../../shared/src/agreement';
import { contentHash, storyDocument, storyIndex, storyParts } from '../support/agreement';

const hour = 3_600_000;

/** Terms of an incident after cells were put on top of the story's matrix and the rest was changed. */
const termsWith = (cells: readonly object[], rest: object = {}, facts: Partial<TicketFacts> = {}) => {
  const document = { ...storyDocument(), ...rest };
  const added = cells.map((cell, n) => ({ id: `new-${n}`, name: 'New', targets: { resolve: '6h' }, ...cell }));
  const agreement = parseAgreement(JSON.stringify({ ...document, matrix: [...added, ...document.matrix] }));
  const { index, parts } = agreementParts(agreement, contentHash);
  const terms = termsFor(index, parts, { workType: 'incident', priority: 2, ...facts });
  if (terms === undefined) throw new Error('not governed');
  return terms;
};

describe('The terms of a ticket', () => {
  it('are none where no cell governs it', () => {
    expect(termsFor(storyIndex, storyParts, { workType: 'change', priority: 1 })).toBeUndefined();
  });

  it('carry what the ticket was when they were made', () => {
    expect(termsWith([], {}, { impact: 'high' })).toMatchObject({
      agreement: 'northwind-contoso',
      version: 1,
      workType: 'incident',
      priority: 2,
      impact: 'high',
      cell: 'incident-p2',
    });
  });

  it('promise what the first matching cell does, whatever crossing it is about', () => {
    const terms = termsWith([{ boundary: 'msp>client' }]);
    expect([terms.cell, terms.resolve.within]).toEqual(['new-0', 6 * hour]);
  });

  it('handle each crossing as the first cell about it does', () => {
    const { boundaries } = termsWith([{ boundary: 'msp>client', mode: 'pilot' }]);
    expect([boundaries['msp>client'].cell, boundaries['msp>client'].mode]).toEqual(['new-0', 'pilot']);
    expect([boundaries['client>msp'].cell, boundaries['client>msp'].mode]).toEqual(['incident-p2', 'enforce']);
  });

  it('handle a crossing that no cell is about as its boundary says', () => {
    const { boundaries } = termsWith([{ boundary: 'client>msp', mode: 'pilot' }], { matrix: [] });
    expect(boundaries['msp>client']).toMatchObject({ cell: 'new-0', mode: 'enforce', receiver: 'contoso-desk' });
  });

  it('prefer the receiving tier’s targets to the cell’s, and the cell’s to the boundary’s', () => {
    const cell = {
      targets: { resolve: '6h', hold: '2h', nextAction: '1h' },
      tiers: { L1: { hold: '1h' }, L2: { hold: '5h' } },
    };
    const { hold, nextAction, tieBreak } = termsWith([cell]).boundaries['client>msp'];
    expect([hold, nextAction, tieBreak.decide]).toEqual([hour, hour, 2 * hour]);
  });

  it('climb the cell’s own way where it names a receiver', () => {
    const cell = {
      boundary: 'client>msp',
      receiver: 'northwind-network',
      targets: { resolve: '6h', acknowledge: '1h' },
    };
    expect(termsWith([cell]).boundaries['client>msp'].ladder).toEqual([
      { team: 'northwind-network', who: 'backup', acknowledge: hour },
      { team: 'northwind-network', who: 'lead', acknowledge: hour },
    ]);
  });

  it('merge the words of a packet and replace its fields and reasons', () => {
    const packet = {
      labels: { evidence: 'Proof', actions: 'Tried' },
      extra: [{ id: 'site', label: 'Site' }],
      reasons: [{ code: 'x', label: 'X' }],
    };
    const cell = { packet: { labels: { actions: 'Steps' }, reasons: [{ code: 'y', label: 'Y' }] } };
    expect(termsWith([cell], { packet }).boundaries['client>msp'].packet).toEqual({
      labels: { evidence: 'Proof', actions: 'Steps' },
      extra: [{ id: 'site', label: 'Site', required: false }],
      reasons: [{ code: 'y', label: 'Y' }],
    });
  });

  it('offer the usual reasons where the agreement lists none', () => {
    const { reasons } = termsWith([], { packet: {} }).boundaries['client>msp'].packet;
    expect(reasons.map(({ code }) => code)).toEqual(['skills', 'access', 'scope', 'on-site', 'cover', 'other']);
  });

  it('carry the hours of teams that keep others than their party, unless the cell sets the hours', () => {
    const { teams } = storyDocument();
    Object.assign(teams['northwind-noc'] ?? {}, { hours: '24x7' });
    expect(termsWith([], { teams }).teamHours).toEqual({ 'northwind-noc': '24x7' });
    expect(termsWith([], { teams }).calendars).toHaveProperty('24x7');
    expect(termsWith([{ hours: 'service-hours' }], { teams })).toMatchObject({
      teamHours: {},
      hours: { msp: 'service-hours', client: 'service-hours' },
    });
  });

  it('carry only the calendars they use', () => {
    expect(termsWith([{ hours: '24x7' }]).calendars).not.toHaveProperty('msp-hours');
  });

  it('count on the desk’s own clock unless the agreement says otherwise', () => {
    expect(termsWith([], { service: { hours: 'service-hours' } }).resolve.clockOfRecord).toBe('native');
    const own = { targets: { resolve: { within: '6h', clockOfRecord: 'native' } } };
    expect(termsWith([own]).resolve.clockOfRecord).toBe('native');
  });

  it('say which exceptions a person approves: in the cells that are named, by whom those name, and where one of each', () => {
    const exceptions = [
      { of: 'transfer', cells: ['new-0'], bothAbove: { amount: 5000, customerTier: 'gold', flags: ['GDPR'] } },
      { of: ['transfer', 'deadline'], by: 'approver', longest: '2h', decide: '30m', isBlocking: false },
    ];
    const named = { id: 'new-0', when: { service: 'VPN' }, approvals: [{ of: 'exception', by: ['li', 'ana'] }] };
    const inCell = (facts: Partial<TicketFacts>) => termsWith([named], { overrides: { exceptions } }, facts).exceptions;
    const rest = {
      ...{ of: ['transfer', 'deadline'], by: ['approver'], longest: 2 * hour, decide: hour / 2, isBlocking: false },
    };
    expect(inCell({})).toEqual([rest]);
    expect(inCell({ service: 'VPN', customerTier: 'Gold' })).toEqual([
      {
        ...{ of: ['transfer'], by: ['lead'], people: ['li', 'ana'], longest: 8 * hour, decide: hour, isBlocking: true },
        above: { amount: 5000, flags: ['GDPR'], isMet: true },
      },
      { ...rest, people: ['li', 'ana'] },
    ]);
    expect(inCell({ service: 'VPN', riskCategory: 'gdpr' })?.[0]?.above?.isMet).toBe(true);
    expect(inCell({ service: 'VPN', customerTier: 'silver' })?.[0]?.above?.isMet).toBeUndefined();
    expect(termsWith([]).exceptions).toBeUndefined();
  });

  it('need two parts beside the index', () => {
    expect(partsFor(storyIndex, { workType: 'incident', priority: 2 })).toHaveLength(2);
  });

  it('are not guessed when a part is missing', () => {
    expect(() => termsFor(storyIndex, {}, { workType: 'incident', priority: 2 })).toThrow(RangeError);
  });
});
