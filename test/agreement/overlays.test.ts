import fc from 'fast-check';
import { AgreementError } from '../../shared/src/failures';
import {
  adviceOn,
  agreementParts,
  decidingCells,
  fireDrill,
  matchCell,
  parseAgreement,
  partsFor,
  passedOver,
  termsFor,
  termsIn,
  type Agreement,
  type AgreementDocument,
  type TicketFacts,
} from '../../shared/src/agreement';
import { contentHash, storyAgreement, storyDocument } from '../support/agreement';

type OverlayDocument = NonNullable<AgreementDocument['overlays']>[number];

const documentWith = (overlays: readonly object[], others: object = {}): string =>
  JSON.stringify({ ...storyDocument(), overlays, ...others });
const agreementWith = (overlays: readonly object[], others: object = {}): Agreement =>
  parseAgreement(documentWith(overlays, others));

const mistakes = (overlays: readonly object[], others: object = {}): readonly string[] => {
  try {
    agreementWith(overlays, others);
    return [];
  } catch (error) {
    if (error instanceof AgreementError) return error.violations.map(({ path, message }) => `${path} ${message}`);
    throw error;
  }
};

const hour = 3_600_000;
const p1: TicketFacts = { workType: 'incident', priority: 1 };
const acme = {
  id: 'acme',
  name: 'Acme',
  when: { client: 'Acme' },
  cells: { 'incident-p1': { targets: { resolve: '2h' } } },
} satisfies OverlayDocument;
const acmeLisbon = {
  id: 'acme-lisbon',
  name: 'Acme in Lisbon',
  when: { geography: ['Lisbon'] },
  inherits: 'acme',
  cells: { 'incident-p1': { targets: { acknowledge: '5m' }, mode: 'pilot' } },
} satisfies OverlayDocument;

describe('An overlay', () => {
  const agreement = agreementWith([acme, acmeLisbon]);

  it('changes what it says for its tickets, and nothing else', () => {
    const [usual, theirs] = [termsIn(agreement, p1), termsIn(agreement, { ...p1, client: 'ACME' })];
    expect(theirs).toMatchObject({ cell: 'incident-p1', overlay: 'acme', resolve: { within: 2 * hour } });
    expect(theirs?.respond).toEqual(usual?.respond);
    expect(theirs?.boundaries).toEqual(usual?.boundaries);
    expect(usual).toEqual(termsIn(storyAgreement, p1));
    expect(termsIn(agreement, { workType: 'incident', priority: 2, client: 'Acme' })).not.toHaveProperty('overlay');
  });

  it('changes further what another one changes, for tickets of both', () => {
    const terms = termsIn(agreement, { ...p1, client: 'Acme', geography: 'Lisbon' });
    expect(terms).toMatchObject({ overlay: 'acme-lisbon', resolve: { within: 2 * hour } });
    expect(terms?.boundaries['client>msp']).toMatchObject({ acknowledge: hour / 12, mode: 'pilot' });
    expect(termsIn(agreement, { ...p1, geography: 'Lisbon' })).not.toHaveProperty('overlay');
  });

  it('is why a cell decides, at the row of the matrix', () => {
    const facts = { workType: 'incident', priority: 1, client: 'Acme' } as const;
    expect(matchCell(agreement, facts)).toMatchObject({
      row: 0,
      cell: { name: 'Incident, priority 1 (Acme)' },
      why: ['work type is incident', 'priority is 1', 'client is Acme'],
    });
    expect(passedOver(agreement, facts)).toEqual([
      { cell: 'incident-p1', overlay: 'acme-lisbon', row: 0, why: 'geography is not known, not Lisbon' },
    ]);
  });

  it('is walked by the fire drill where its path is another one', () => {
    const network = { ...acme, cells: { 'incident-p1': { receiver: 'northwind-network', boundary: undefined } } };
    const { boundary: _, ...change } = network.cells['incident-p1'];
    const document = { ...storyDocument(), overlays: [{ ...network, cells: { 'incident-p3': change } }] };
    const one = { ...document, matrix: document.matrix.map(cell => ({ ...cell, boundary: 'client>msp' as const })) };
    const paths = fireDrill(parseAgreement(JSON.stringify(one)), Date.parse('2026-03-02T10:00:00Z'));
    expect(paths.flatMap(({ cells }) => cells)).toContain('incident-p3 (acme)');
  });

  it.each<[string, readonly object[], readonly string[]]>([
    [
      'inherits from what is not there',
      [{ ...acme, inherits: 'emea' }],
      [
        'overlays.0.inherits names “emea”, which is no overlay of this agreement; correct the name, or remove it to inherit the agreement',
      ],
    ],
    [
      'inherits from itself, at last',
      [
        { ...acme, inherits: 'acme-lisbon' },
        { ...acmeLisbon, inherits: 'acme' },
      ],
      [
        'overlays.0.inherits leads back to itself: “acme” → “acme-lisbon” → “acme”; let one of them inherit the agreement',
        'overlays.1.inherits leads back to itself: “acme-lisbon” → “acme” → “acme-lisbon”; let one of them inherit the agreement',
      ],
    ],
    [
      'changes what is not there',
      [{ ...acme, cells: { 'incident-p9': {} } }],
      [
        'overlays.0.cells.incident-p9 changes “incident-p9”, which is no cell of this agreement; correct the id or remove it',
      ],
    ],
    [
      'has the name of another',
      [acme, acme],
      ['overlays.1.id is “acme”, as overlays.0.id is; give the overlay another id'],
    ],
    [
      'meets no ticket of whom it inherits from',
      [acme, { ...acmeLisbon, when: { client: 'Globex' } }],
      ['overlays.1 is for no ticket of the overlay it inherits from; change when, or inherit the agreement'],
    ],
    [
      'is for everybody',
      [{ ...acme, when: {} }],
      ['overlays.0.when must be a client, unit, geography or customerTier'],
    ],
    [
      'promises no time at all',
      [{ ...acme, cells: { 'incident-p1': { targets: { resolve: '0m' } } } }],
      [
        'overlays.0.cells.incident-p1.targets.resolve.within is no time at all; promise at least one minute, or leave it out',
        'overlays.0.cells.incident-p1.targets.acknowledge gives 15m to answer a handoff, but the work is due after 0m',
        'overlays.0.cells.incident-p1.targets.respond is 15m, longer than the 0m to resolve',
      ],
    ],
    [
      'names a team that nobody knows',
      [{ ...acme, cells: { 'incident-p1': { backup: 'night' } } }],
      [
        'overlays.0.cells.incident-p1.backup names “night”, which is no team of this agreement; add it under teams or correct the name',
        'matrix.0.boundary must be client>msp or msp>client, because the cell or an overlay of it says who receives',
      ],
    ],
    [
      'says what an overlay cannot',
      [{ ...acme, cells: { 'incident-p1': { when: {} } } }],
      ['overlays.0.cells.incident-p1.when is not known here; correct its spelling or remove it'],
    ],
  ])('is refused with place and remedy if it %s', (_what, overlays, told) => {
    expect(mistakes(overlays)).toEqual(told);
  });

  it('is refused for a cell that is for others', () => {
    const matrix = storyDocument().matrix.map(cell => ({ ...cell, when: { ...cell.when, client: 'Globex' } }));
    expect(mistakes([acme], { matrix })).toEqual([
      'overlays.0.cells.incident-p1 changes a cell that is for none of the tickets of “Acme”; remove it',
    ]);
  });

  it('is told apart where another one above takes some of its tickets', () => {
    const lisbon = { ...acmeLisbon, inherits: undefined };
    const told = adviceOn(agreementWith([acme, lisbon])).map(({ path, message }) => `${path} ${message}`);
    expect(told).toContain(
      'overlays.1.cells.incident-p1 shares tickets with “Incident, priority 1 (Acme)” above, which decides, such as work type incident, priority 1, client Acme, geography Lisbon; see that the right one stands first',
    );
  });

  it('does not repeat what its cell is told already', () => {
    const matrix = storyDocument().matrix.map(cell => ({ ...cell, receiver: 'night' }));
    const { 'incident-p1': change } = acme.cells;
    expect(
      mistakes([{ ...acme, cells: { 'incident-p1': change } }], { matrix }).filter(said => said.startsWith('overlays')),
    ).toEqual([]);
  });
});

const clients = ['Acme', 'Globex', 'Initech'] as const;
const places = ['Lisbon', 'Madrid'] as const;
const cellIds = storyAgreement.matrix.map(({ id }) => id);
const change = fc.record(
  {
    targets: fc.record(
      { resolve: fc.constantFrom('30h', '60h'), nextAction: fc.constantFrom('1h', '3h') },
      { requiredKeys: [] },
    ),
    mode: fc.constantFrom('observe' as const, 'pilot' as const),
    fastTrack: fc.boolean(),
  },
  { requiredKeys: [] },
);
const cellChanges = fc.dictionary(fc.constantFrom(...cellIds), change, { maxKeys: 3 });
const overlayOf = (id: string, when: object, inherits?: string) =>
  cellChanges.map(cells => ({ id, name: id, when, ...(inherits === undefined ? {} : { inherits }), cells }));
/** One for each client, and one for each of its places. */
const families = fc.tuple(
  ...clients.flatMap(client => [
    overlayOf(client, { client }),
    ...places.map(geography => overlayOf(`${client}-${geography}`, { geography }, client)),
  ]),
);
const tickets = fc.record({
  workType: fc.constantFrom('incident', 'request'),
  priority: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  client: fc.constantFrom(...clients, 'Hooli'),
  geography: fc.constantFrom(...places, 'Porto'),
});

describe('Overlays', () => {
  it('that change nothing are the agreement', () => {
    fc.assert(
      fc.property(families, tickets, (overlays, facts) => {
        const silent = agreementWith(overlays.map(overlay => ({ ...overlay, cells: {} })));
        expect(termsIn(silent, facts)).toEqual(termsIn(storyAgreement, facts));
        expect(decidingCells(silent)).toEqual(silent.matrix);
      }),
      { numRuns: 15 },
    );
  });

  it('decide the same in any order, where no ticket is of two that do not inherit from each other', () => {
    const shuffled = families.chain(overlays =>
      fc.tuple(fc.constant(overlays), fc.shuffledSubarray(overlays, { minLength: overlays.length })),
    );
    fc.assert(
      fc.property(shuffled, tickets, ([overlays, others], facts) => {
        expect(termsIn(agreementWith(others), facts)).toEqual(termsIn(agreementWith(overlays), facts));
      }),
      { numRuns: 15 },
    );
  });

  it('say for every ticket what reading them from the innermost does', () => {
    fc.assert(
      fc.property(families, tickets, (overlays, facts) => {
        const agreement = agreementWith(overlays);
        const cell = matchCell(storyAgreement, facts)!.cell.id;
        const said = [`${facts.client}-${facts.geography}`, facts.client].flatMap(id => {
          const overlay = overlays.find(each => each.id === id);
          return overlay?.cells[cell] === undefined ? [] : [{ id, ...overlay.cells[cell] }];
        });
        const terms = termsIn(agreement, facts)!;
        expect(terms.overlay).toBe(said[0]?.id);
        const mode = said.find(each => each.mode !== undefined)?.mode;
        if (mode !== undefined) expect(terms.boundaries['client>msp'].mode).toBe(mode);
        const resolve = said.find(each => each.targets?.resolve !== undefined)?.targets?.resolve;
        if (resolve !== undefined) expect(terms.resolve.within).toBe(parseInt(resolve) * hour);
      }),
      { numRuns: 25 },
    );
  });

  it('cost no more to read than the agreement: what a desk stores says the same, in three records at most', () => {
    fc.assert(
      fc.property(families, tickets, (overlays, facts) => {
        const agreement = agreementWith(overlays);
        const { index, parts } = agreementParts(agreement, contentHash);
        const names = partsFor(index, facts);
        expect(names.length).toBeLessThanOrEqual(2);
        const read = Object.fromEntries(names.map(name => [name, parts[name]!]));
        expect(termsFor(index, read, facts)).toEqual(termsIn(agreement, facts));
      }),
      { numRuns: 15 },
    );
  });
});
