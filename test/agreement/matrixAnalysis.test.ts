import fc from 'fast-check';
import {
  layOut,
  matchCell,
  matrixGaps,
  matrixOverlaps,
  passedOver,
  shadowedCells,
  type Agreement,
  type CellCondition,
  type Crossing,
  type Layout,
  type MatrixGap,
  type TicketFacts,
} from '../../shared/src/agreement';
import { cellsMatching } from '../support/agreement';

const agreementOf = (...whens: readonly object[]): Agreement => cellsMatching(whens.map(when => ({ when })));

const some = <Value>(...values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
const lists = {
  workType: maybe(some('incident', 'request')),
  priority: maybe(some(1, 2, 3, 4)),
  impact: maybe(some('high')),
  service: maybe(some('VPN', 'Mail')),
  client: maybe(some('Contoso')),
  geography: maybe(some('Iberia')),
};
const present = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value;
const plain = fc.record(lists).map(present);
const condition = fc
  .record({
    ...lists,
    keywords: maybe(some('vpn', 'vpn down')),
    bounces: maybe(fc.constant(1)),
    any: maybe(fc.array(plain, { minLength: 1, maxLength: 2 })),
    all: maybe(fc.array(plain, { minLength: 1, maxLength: 2 })),
  })
  .map(present);
const matrices = fc.array(
  fc.record({ when: condition, boundary: fc.constantFrom('any', 'client>msp', 'msp>client') }),
  { minLength: 1, maxLength: 6 },
);

const each = <Value>(...values: readonly Value[]) => values;
const crossings = each<Crossing>('client>msp', 'msp>client');

/** Every ticket there can be, as far as those matrices can tell tickets apart. */
const everyTicket: readonly TicketFacts[] = each('incident', 'request').flatMap(workType =>
  each(1 as const, 2 as const, 3 as const, 4 as const).flatMap(priority =>
    each('high', undefined).flatMap(impact =>
      each('VPN', 'Mail', undefined).flatMap(service =>
        each('Contoso', undefined).flatMap(client =>
          each('Iberia', undefined).flatMap(geography =>
            each(undefined, 'vpn', 'vpn down').flatMap(title =>
              each(0, 1).map(bounces =>
                present({ workType, priority, impact, service, client, geography, title, bounces }),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
) as readonly TicketFacts[];

/** What a condition means, said once more and plainly. */
function holds(when: CellCondition, facts: TicketFacts): boolean {
  const { keywords = [''], bounces = 0, all = [], any, ...named } = when;
  const isListed = ([key, values]: readonly [string, readonly unknown[]]): boolean =>
    values.includes(facts[key as keyof TicketFacts]);
  return [
    Object.entries(named as Readonly<Record<string, readonly unknown[]>>).every(isListed),
    keywords.some(word => ` ${facts.title ?? ''} `.includes(` ${word}`)),
    (facts.bounces ?? 0) >= bounces,
    all.every(one => holds(one, facts)),
    any?.some(one => holds(one, facts)) ?? true,
  ].every(Boolean);
}

const rowsHolding = ({ matrix }: Agreement, facts: TicketFacts, crossing: Crossing): readonly number[] =>
  matrix.flatMap((cell, row) =>
    (cell.boundary === 'any' || cell.boundary === crossing) && holds(cell.when, facts) ? [row] : [],
  );

/** A value that no cell mentions is told by the empty text. */
const isWithin = ({ axes }: Layout, { where }: MatrixGap, facts: TicketFacts): boolean =>
  axes.every(({ axis, values }) => {
    const fact = axis === 'crossing' ? undefined : facts[axis];
    const known = String(fact ?? '').toLowerCase();
    const told = values.includes(known) ? known : '';
    return where[axis]?.includes(told) ?? true;
  });

const few = { numRuns: 10 };

describe('The matrix', () => {
  it('decides, and says why not before, as reading it from the top does', () => {
    fc.assert(
      fc.property(matrices, fc.nat(everyTicket.length - 1), fc.constantFrom(...crossings), (cells, n, crossing) => {
        const agreement = cellsMatching(cells);
        const facts = everyTicket[n] ?? everyTicket[0]!;
        const [row] = rowsHolding(agreement, facts, crossing);
        expect(matchCell(agreement, facts, crossing)?.row).toBe(row);
        expect(passedOver(agreement, facts, crossing).map(({ row: above }) => above)).toEqual(
          [...agreement.matrix.keys()].slice(0, row),
        );
      }),
    );
  });

  it('leaves exactly the gaps that asking every ticket finds, each once', () => {
    fc.assert(
      fc.property(matrices, cells => {
        const agreement = cellsMatching(cells);
        const layout = layOut(agreement);
        const gaps = [...matrixGaps(layout)];
        const plainTickets = everyTicket.filter(({ title, bounces }) => title === undefined && bounces === 0);
        for (const facts of plainTickets) {
          const owned = crossings.some(crossing => rowsHolding(agreement, facts, crossing).length > 0);
          expect(gaps.filter(gap => isWithin(layout, gap, facts)).length).toBe(owned ? 0 : 1);
        }
        for (const { example } of gaps) expect(matchCell(agreement, example.facts)).toBeUndefined();
      }),
      few,
    );
  });

  it('has exactly the overlaps that asking every ticket finds, with a ticket for each', () => {
    fc.assert(
      fc.property(matrices, cells => {
        const agreement = cellsMatching(cells);
        const everyRows = everyTicket.flatMap(facts =>
          crossings.map(crossing => rowsHolding(agreement, facts, crossing)),
        );
        const pairs = [...agreement.matrix.keys()].flatMap(upper =>
          [...agreement.matrix.keys()].filter(row => row > upper).map(lower => [upper, lower] as const),
        );
        const found = pairs.filter(pair => everyRows.some(rows => pair.every(row => rows.includes(row))));
        const overlaps = [...matrixOverlaps(layOut(agreement))];
        expect(overlaps.map(({ upper, lower }) => [upper, lower])).toEqual(found);
        for (const { upper, lower, isException, example } of overlaps) {
          expect(rowsHolding(agreement, example.facts, example.crossing)).toEqual(
            expect.arrayContaining([upper, lower]),
          );
          expect(isException).toBe(!everyRows.some(rows => rows.includes(upper) && !rows.includes(lower)));
        }
      }),
      few,
    );
  });

  it('calls exactly those cells shadowed that no ticket reaches', () => {
    fc.assert(
      fc.property(matrices, cells => {
        const agreement = cellsMatching(cells);
        const reached = new Set(
          everyTicket.flatMap(facts => crossings.flatMap(crossing => rowsHolding(agreement, facts, crossing)[0] ?? [])),
        );
        const shadowed = shadowedCells(layOut(agreement)).map(({ row }) => row);
        expect(shadowed).toEqual([...agreement.matrix.keys()].filter(row => !reached.has(row)));
      }),
      few,
    );
  });

  it('is told exactly with 1,000 cells on six axes', () => {
    const values = [0, 1, 2, 3];
    const axes = ['impact', 'urgency', 'service', 'client', 'unit', 'geography'] as const;
    const [drawn] = fc.sample(
      fc.array(fc.tuple(...axes.map(() => fc.constantFrom(1, 2, 4, 8, 3, 12, 15))), {
        minLength: 1000,
        maxLength: 1000,
      }),
      { numRuns: 1, seed: 6 },
    );
    // A mask of allowed values per axis; all four leave the axis open, and so also to what nobody mentions.
    const masks = (drawn ?? []).map(mask => mask);
    const agreement = agreementOf(
      ...masks.map(mask =>
        Object.fromEntries(
          axes.flatMap((axis, n) =>
            mask[n] === 15 ? [] : [[axis, values.filter(value => (mask[n]! >> value) & 1).map(value => `v${value}`)]],
          ),
        ),
      ),
    );
    const layout = layOut(agreement);
    const longer = (all: number[][]) => all.flatMap(ticket => [...values, 4].map(value => [...ticket, value]));
    const tickets = longer(longer(longer(longer(longer(longer([[]]))))));
    const shared = new Set<number>();
    const reached = new Set<number>();
    const unowned: number[] = [];
    for (const [place, ticket] of tickets.entries()) {
      const rows = [...masks.keys()].filter(row =>
        ticket.every((value, axis) => masks[row]![axis] === 15 || (masks[row]![axis]! >> value) & 1),
      );
      rows.forEach((upper, n) => rows.slice(n + 1).forEach(lower => shared.add(upper * 1000 + lower)));
      rows.slice(0, 1).forEach(row => reached.add(row));
      if (rows.length === 0) unowned.push(place);
    }
    const gaps = [...matrixGaps(layout)];
    // Two work types and four priorities that no cell limits.
    expect(gaps.reduce((all, { size }) => all + size, 0)).toBe(unowned.length * 8);
    const inGaps = gaps.flatMap(({ where }) =>
      axes.reduce<readonly number[]>(
        (places, axis) =>
          places.flatMap(before =>
            (where[axis] ?? ['v0', 'v1', 'v2', 'v3', '']).map(
              value => before * 5 + (value === '' ? 4 : Number(value[1])),
            ),
          ),
        [0],
      ),
    );
    expect([...new Set(inGaps)].sort((one, other) => one - other)).toEqual(unowned);
    expect([...matrixOverlaps(layout)].map(({ upper, lower }) => upper * 1000 + lower)).toEqual(
      [...shared].sort((one, other) => one - other),
    );
    expect(shadowedCells(layout).map(({ row }) => row)).toEqual([...masks.keys()].filter(row => !reached.has(row)));
  });

  it('has no gap below a cell that holds for every ticket', () => {
    expect([...matrixGaps(layOut(agreementOf({ client: 'Contoso' }, {})))]).toEqual([]);
  });

  it('says of a cell in more ways than anybody can check that it is too intricate', () => {
    const any = Array.from({ length: 6 }, (_, n) => ({ service: `Service ${n}` }));
    expect(layOut(agreementOf({ all: [{ any }, { any }, { any }] }, {})).tooIntricate).toEqual([0]);
  });
});
