import {
  decideVersion,
  frozenChanges,
  lowRiskFirst,
  parseAgreement,
  readAgreement,
  termsIn,
  type AgreementDocument,
  type TicketFacts,
  type VersionFact,
  versionsOf,
} from '../../shared/src/agreement';
import { storyDocument, storyText } from '../support/agreement';

const facts: TicketFacts = { workType: 'incident', priority: 3, client: 'Acme' };
const modesOf = (pilot: object, ticket: Partial<TicketFacts> = {}): readonly string[] => {
  const agreement = parseAgreement(
    storyText({ pilot, 'boundaries.client>msp.mode': 'pilot', 'boundaries.msp>client.mode': 'enforce' }),
  );
  const { boundaries } = termsIn(agreement, { ...facts, ...ticket })!;
  return [boundaries['client>msp'].mode, boundaries['msp>client'].mode];
};

describe('A pilot', () => {
  it.each<[string, object, Partial<TicketFacts>, string]>([
    ['of everything has every ticket', {}, {}, 'pilot'],
    ['of some cells has their tickets', { cells: ['incident-p3'] }, {}, 'pilot'],
    ['of some cells only watches the others', { cells: ['incident-p3'] }, { priority: 2 }, 'observe'],
    ['of some clients has their tickets', { clients: ['ACME'] }, {}, 'pilot'],
    ['of some clients only watches the others', { clients: ['Globex'] }, {}, 'observe'],
    [
      'of some clients only watches whose client nobody knows',
      { clients: ['Acme'] },
      { client: undefined as never },
      'observe',
    ],
    ['of some teams has what goes to them', { teams: ['northwind-noc'] }, {}, 'pilot'],
    ['of some teams only watches what goes to others', { teams: ['northwind-network'] }, {}, 'observe'],
    ['asks for all of what it names', { cells: ['incident-p3'], clients: ['Globex'] }, {}, 'observe'],
  ])('%s', (_what, pilot, ticket, mode) => {
    expect(modesOf(pilot, ticket)).toEqual([mode, 'enforce']);
  });

  it('had better begin where least can go wrong', () => {
    const agreement = parseAgreement(
      storyText({ 'matrix.3.boardReportable': true, 'matrix.2.risk': 'payments', 'matrix.0.fastTrack': true }),
    );
    expect(lowRiskFirst(agreement).map(({ cell, why }) => [cell, why])).toEqual([
      ['incident-p2', []],
      ['incident-p4', ['is reported to the board']],
      ['incident-p3', ['is of risk payments']],
      ['request', ['has tickets of priority 1']],
      ['incident-p1', ['has tickets of priority 1', 'is a major incident from the start']],
    ]);
  });
});

const document = (pilot: object, change: (text: AgreementDocument) => AgreementDocument = text => text) =>
  change({ ...storyDocument(), pilot });
const firstCell = (text: AgreementDocument, change: object): AgreementDocument => {
  const [first, ...others] = text.matrix;
  return { ...text, matrix: [{ ...first!, ...change }, ...others] };
};

describe('What a pilot has frozen', () => {
  const active = document({ clients: ['Acme'], frozen: ['scope', 'owners'] });

  it.each<[string, object, (text: AgreementDocument) => AgreementDocument, readonly string[]]>([
    ['is not touched by a target', active.pilot!, text => firstCell(text, { targets: { resolve: '5h' } }), []],
    [
      'keeps the mode of a cell',
      active.pilot!,
      text => firstCell(text, { mode: 'observe' }),
      ['matrix.incident-p1.mode'],
    ],
    [
      'keeps for which tickets a cell is',
      active.pilot!,
      text => firstCell(text, { when: { priority: 1 } }),
      ['matrix.incident-p1.when.workType'],
    ],
    [
      'keeps cells from coming and going',
      active.pilot!,
      text => ({ ...text, matrix: text.matrix.slice(1) }),
      ['matrix.incident-p1', 'matrix.incident-p1'],
    ],
    ['keeps whom it is about', { ...active.pilot, clients: ['Acme', 'Globex'] }, text => text, ['pilot.clients']],
    ['keeps who leads', active.pilot!, text => ({ ...text, commander: 'grace' }), ['commander']],
    [
      'keeps who is asked',
      active.pilot!,
      text => firstCell(text, { receiver: 'northwind-network' }),
      ['matrix.incident-p1.receiver'],
    ],
    ['may be given free, and nothing else with it', { ...active.pilot, frozen: [] }, text => text, []],
  ])('%s', (_what, pilot, change, paths) => {
    const changes = frozenChanges(active, document(pilot, change));
    expect(changes.map(({ path }) => path)).toEqual(paths);
    for (const { message } of changes)
      expect(message).toMatch(/^is frozen while the pilot lasts .+; put it back, or take “(scope|owners)” out/);
  });

  it('binds nobody where nothing is frozen', () => {
    expect(
      frozenChanges(
        document({}),
        document({}, text => ({ ...text, commander: 'grace' })),
      ),
    ).toEqual([]);
  });

  it('keeps a draft from being proposed while that version is in force', () => {
    const [one, two] = [
      { ...active, version: 1 },
      { ...active, version: 2, commander: 'carla' },
    ];
    const grace = { person: 'grace', party: 'msp' } as const;
    const happened = { at: 1, by: grace, reason: 'r' };
    const state = versionsOf([
      { ...happened, version: 1, type: 'Drafted', content: 'one', changes: [] },
      { ...happened, version: 1, type: 'Activated', from: 1, open: 'keep' },
      { ...happened, version: 2, type: 'Drafted', content: 'two', changes: [] },
    ] satisfies VersionFact[]);
    const decision = decideVersion(
      state,
      { type: 'propose', by: grace, reason: 'because', expected: state.revision, version: 2 },
      { now: 2, roles: readAgreement(one), documentOf: content => ({ one, two })[content] },
    );
    expect(decision).toMatchObject({
      ok: false,
      refusal: {
        code: 'has-mistakes',
        sentence:
          'Version 2 cannot be used: commander is frozen while the pilot lasts (was not there, would be carla); put it back, or take “owners” out of pilot.frozen in a version of its own first.',
      },
    });
  });
});
