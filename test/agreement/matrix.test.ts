import { matchCell, passedOver, parseAgreement, type TicketFacts } from '../../shared/src/agreement';
import { storyAgreement, storyDocument } from '../support/agreement';

const incident: TicketFacts = { workType: 'incident', priority: 2 };

const withCells = (...first: readonly object[]) => {
  const document = storyDocument();
  return parseAgreement(
    JSON.stringify({
      ...document,
      matrix: [
        ...first.map((cell, n) => ({ id: `new-${n}`, name: 'New', targets: { resolve: '6h' }, ...cell })),
        ...document.matrix,
      ],
    }),
  );
};

const decides = (when: object, facts: Partial<TicketFacts>): boolean =>
  matchCell(withCells({ when }), { ...incident, ...facts })?.cell.id === 'new-0';

describe('Looking a ticket up in the matrix', () => {
  it('takes the first cell that matches, from the top', () => {
    const agreement = withCells({ when: { service: 'VPN' } }, { when: { workType: 'incident' } });
    expect(matchCell(agreement, { ...incident, service: 'VPN' })?.cell.id).toBe('new-0');
    expect(matchCell(agreement, { ...incident, service: 'Mail' })?.cell.id).toBe('new-1');
    expect(matchCell(agreement, { workType: 'request', priority: 2 })?.cell.id).toBe('request');
  });

  it('says why a cell decides', () => {
    expect(matchCell(storyAgreement, incident)).toMatchObject({
      row: 1,
      cell: { id: 'incident-p2' },
      why: ['work type is incident', 'priority is 2'],
    });
  });

  it('says why the rows above were passed over', () => {
    const agreement = withCells({ when: { service: 'VPN' } }, { boundary: 'msp>client' });
    expect(passedOver(agreement, { workType: 'incident', priority: 1 }, 'client>msp')).toEqual([
      { cell: 'new-0', row: 0, why: 'service is not known, not VPN' },
      { cell: 'new-1', row: 1, why: 'it is about msp>client' },
    ]);
  });

  it('passes cells over that are about the other crossing', () => {
    const agreement = withCells({ boundary: 'msp>client' });
    expect(matchCell(agreement, incident, 'client>msp')?.cell.id).toBe('incident-p2');
    expect(matchCell(agreement, incident, 'msp>client')?.cell.id).toBe('new-0');
  });

  it('finds nothing for a work type nobody agreed on', () => {
    expect(matchCell(storyAgreement, { workType: 'change', priority: 1 })).toBeUndefined();
    expect(passedOver(storyAgreement, { workType: 'change', priority: 1 })).toHaveLength(5);
  });

  it.each<[string, object, Partial<TicketFacts>, boolean]>([
    ['every line must hold', { service: 'VPN', geography: 'Iberia' }, { service: 'VPN' }, false],
    ['any value of a line will do', { service: ['Mail', 'VPN'] }, { service: 'VPN' }, true],
    ['case and outer blanks do not count', { client: 'Contoso ' }, { client: 'CONTOSO' }, true],
    ['a fact that is not known meets no line', { client: 'Contoso' }, {}, false],
    ['a keyword is found in the title', { keywords: ['tunnel down'] }, { title: 'VPN-Tunnel: down again' }, true],
    ['a keyword is a whole word', { keywords: ['art'] }, { title: 'Printer does not start' }, false],
    ['a title that is not known has no keyword', { keywords: ['art'] }, {}, false],
    ['crossings are counted from the number given', { bounces: 2 }, { bounces: 2 }, true],
    ['fewer crossings are not enough', { bounces: 2 }, { bounces: 1 }, false],
    [
      'one of the alternatives must hold',
      { any: [{ service: 'Mail' }, { geography: 'Iberia' }] },
      { geography: 'Iberia' },
      true,
    ],
    ['none of the alternatives is not enough', { any: [{ service: 'Mail' }, { geography: 'Iberia' }] }, {}, false],
    [
      'all of several conditions must hold',
      { all: [{ keywords: 'vpn' }, { keywords: 'down' }] },
      { title: 'VPN slow' },
      false,
    ],
    [
      'conditions nest',
      { all: [{ any: [{ keywords: 'vpn' }, { service: 'VPN' }] }, { unit: 'Sales' }] },
      { service: 'VPN', unit: 'Sales' },
      true,
    ],
  ])('%s', (_guarantee, when, facts, expected) => {
    expect(decides(when, facts)).toBe(expected);
  });
});
