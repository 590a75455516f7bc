import fc from 'fast-check';
import { termsIn, touching, type Agreement, type PromisedTicket, type TicketFacts } from '../../shared/src/agreement';
import { cellsMatching } from '../support/agreement';

const some = <Value>(...values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
const lines = {
  workType: some('incident', 'request'),
  priority: some(1, 2, 3, 4),
  impact: some('high'),
  client: some('Contoso'),
  keywords: some('vpn'),
};
const plain = fc.record(lines, { requiredKeys: [] });
const condition = fc.record({ ...lines, any: fc.array(plain, { minLength: 1, maxLength: 2 }) }, { requiredKeys: [] });
const cell = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  when: condition,
  boundary: fc.constantFrom('any', 'client>msp', 'msp>client'),
  targets: fc.record({ resolve: fc.constantFrom('8h', '9h') }),
  mode: fc.constantFrom('observe', 'pilot', 'enforce'),
});
const matrix = fc.uniqueArray(cell, { selector: ({ id }) => id, minLength: 1, maxLength: 5 });
const change = fc.oneof(
  matrix.map(() => (cells: readonly object[]) => cells.slice(1)),
  fc
    .tuple(fc.nat(4), cell)
    .map(([at, other]) => (cells: readonly { id: string }[]) => [
      ...cells.filter(({ id }) => id !== other.id).slice(0, at),
      other,
      ...cells.filter(({ id }) => id !== other.id).slice(at),
    ]),
  fc
    .nat(4)
    .map(at => (cells: readonly object[]) => cells.map((each, n) => (n === at ? { ...each, mode: 'enforce' } : each))),
) as fc.Arbitrary<(cells: readonly object[]) => readonly object[]>;
const facts = fc.record(
  {
    workType: fc.constantFrom('incident', 'request'),
    priority: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    impact: fc.constantFrom('high', 'low'),
    client: fc.constantFrom('Contoso', 'Fabrikam'),
    title: fc.constantFrom('vpn down', 'printer'),
  },
  { requiredKeys: ['workType', 'priority'] },
);

/** What a list keeps of a ticket, from what it was promised. */
function promised(agreement: Agreement, ticket: TicketFacts): PromisedTicket | undefined {
  const terms = termsIn(agreement, ticket);
  if (!terms) return undefined;
  const { workType, priority, impact, cell: id, boundaries } = terms;
  const crossing = { 'client>msp': boundaries['client>msp'].cell, 'msp>client': boundaries['msp>client'].cell };
  return { workType, priority, cell: id, crossing, ...(impact === undefined ? {} : { impact }) };
}

const contoso = { workType: 'incident', priority: 2, cell: 'cell-1' } as const;

describe('A change of the agreement', () => {
  it('touches a ticket, or leaves it, exactly as its promises say wherever what is kept of it can tell', () => {
    const told = { touched: 0, untouched: 0, untold: 0 };
    fc.assert(
      fc.property(matrix, change, fc.array(facts, { minLength: 30 }), (cells, changed, tickets) => {
        const [before, after] = [cellsMatching(cells), cellsMatching(changed(cells))];
        for (const ticket of tickets) {
          const kept = promised(before, ticket);
          if (!kept) continue;
          const touch = touching(before, after)(kept);
          told[touch] += 1;
          const isSame = JSON.stringify(termsIn(before, ticket)) === JSON.stringify(termsIn(after, ticket));
          if (touch !== 'untold') expect(touch).toBe(isSame ? 'untouched' : 'touched');
        }
      }),
      { numRuns: 25 },
    );
    expect(told.touched).toBeGreaterThan(10);
    expect(told.untouched).toBeGreaterThan(10);
  });

  it('of a promise, a step or an owner is told of every ticket of its cell, whatever else decided about it', () => {
    const cells = [{ when: { client: 'Fabrikam', keywords: 'vpn' } }, { when: { workType: 'incident' } }];
    const slower = cells.map((each, n) => (n === 1 ? { ...each, targets: { resolve: '12h' } } : each));
    const touch = touching(cellsMatching(cells), cellsMatching(slower));
    expect(touch(contoso)).toBe('touched');
    expect(touch({ ...contoso, cell: 'cell-0' })).toBe('untouched');
  });

  it('that puts a cell of a client above cannot be told by a list, which keeps no client', () => {
    const cells = [{ when: { workType: 'request' } }, { when: { workType: 'incident' } }];
    const above = [
      { id: 'vip', when: { client: 'Contoso' } },
      { id: 'cell-0', ...cells[0]! },
      { id: 'cell-1', ...cells[1]! },
    ];
    expect(touching(cellsMatching(cells), cellsMatching(above))(contoso)).toBe('untold');
    const others = [{ id: 'vip', when: { client: 'Contoso', workType: 'request' } }, ...above.slice(1)];
    expect(touching(cellsMatching(cells), cellsMatching(others))(contoso)).toBe('untouched');
  });

  it('of whom a pilot is about cannot be told of the tickets of its cells', () => {
    const before = cellsMatching([{ mode: 'pilot' }, { mode: 'enforce' }]);
    const after = { ...before, pilot: { ...before.pilot, clients: ['Contoso'] } };
    expect(touching(before, after)({ ...contoso, cell: 'cell-0' })).toBe('untold');
    expect(touching(before, after)(contoso)).toBe('untouched');
  });
});
