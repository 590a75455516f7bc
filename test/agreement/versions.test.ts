import fc from 'fast-check';
import {
  activeAt,
  decideVersion,
  noVersions,
  parseAgreement,
  stageAt,
  versionsOf,
  type AgreementDocument,
  type Signer,
  type VersionCommand,
  type VersionContext,
  type VersionFact,
} from '../../shared/src/agreement';
import { storyDocument, storyText } from '../support/agreement';

const grace: Signer = { person: 'grace', party: 'msp' };
const carla: Signer = { person: 'carla', party: 'client' };
const omar: Signer = { person: 'omar', party: 'msp' };
const li: Signer = { person: 'li', party: 'msp' };
/** Two of the provider may approve. */
const readers = parseAgreement(storyText({ 'people.li.roles': ['approver'] }));
const start = Date.parse('2026-03-02T09:00:00Z');
const minute = 60_000;

const text = (version: number, resolve: string): AgreementDocument => {
  const document = storyDocument();
  const [first, ...others] = document.matrix;
  return { ...document, version, matrix: [{ ...first!, targets: { resolve } }, ...others] };
};
const failing = (version: number): AgreementDocument => ({
  ...text(version, '4h'),
  tests: [{ name: 'P1', ticket: { workType: 'incident', priority: 1 }, expect: { cell: 'request' } }],
});

/** Documents are told apart by their own text here. */
const contextAt = (now: number): VersionContext => ({
  now,
  roles: readers,
  documentOf: content => (content === '' ? undefined : (JSON.parse(content) as AgreementDocument)),
});

type Step = Partial<VersionCommand> & Pick<VersionCommand, 'type' | 'by'>;

const draft = (version: number, document: AgreementDocument, by = grace) =>
  ({ type: 'draft', by, version, document, content: JSON.stringify(document) }) as const;

/** A story of versions: a minute passes between two steps; each step saw all before it unless it says otherwise. */
function told(...steps: readonly Step[]) {
  let facts: readonly VersionFact[] = [];
  const decisions = steps.map((step, n) => {
    const state = versionsOf(facts);
    const command = {
      reason: 'Spring review',
      version: 1,
      expected: state.revision,
      open: 'keep',
      from: start + n * minute,
      ...step,
    };
    const decision = decideVersion(state, command as VersionCommand, contextAt(start + n * minute));
    if (decision.ok) facts = [...facts, ...decision.facts];
    return decision;
  });
  const last = decisions.at(-1);
  return { facts, state: versionsOf(facts), refusal: last?.ok === false ? last.refusal : undefined };
}

const signed = (version: number, document = text(version, `${version}h`)): readonly Step[] => [
  draft(version, document),
  { type: 'propose', by: grace, version },
  { type: 'approve', by: grace, version },
  { type: 'approve', by: carla, version },
  { type: 'activate', by: carla, version },
];

describe('The versions of an agreement', () => {
  it('count once both parties have approved, from the agreed instant', () => {
    const monday = start + 7 * 24 * 60 * minute;
    const { state } = told(...signed(1), ...signed(2).slice(0, 4), {
      type: 'activate',
      by: carla,
      version: 2,
      from: monday,
    });
    expect(activeAt(state, monday - 1)?.version).toBe(1);
    expect(activeAt(state, monday)?.version).toBe(2);
    expect([stageAt(state, 1, monday), stageAt(state, 2, monday - 1)]).toEqual(['retired', 'approved']);
  });

  it('keep who did what and why, with what was other before', () => {
    const { facts } = told(...signed(1), draft(2, text(2, '2h'), carla));
    expect(facts.at(-1)).toMatchObject({
      ...{ type: 'Drafted', by: carla, reason: 'Spring review', at: start + 5 * minute },
      changes: [
        { path: 'version', before: '1', after: '2' },
        { path: 'matrix.incident-p1.targets.resolve', before: '1h', after: '2h' },
      ],
    });
  });

  it.each<[string, string, readonly Step[]]>([
    [
      'one person approving for both',
      'not-allowed',
      [...signed(1).slice(0, 3), { type: 'approve', by: { ...grace, party: 'client' } }],
    ],
    ['the same person approving twice', 'same-person', [...signed(1).slice(0, 3), { type: 'approve', by: grace }]],
    ['two people of one party', 'same-party', [...signed(1).slice(0, 3), { type: 'approve', by: li }]],
    ['somebody who is no approver', 'not-allowed', [...signed(1).slice(0, 2), { type: 'approve', by: omar }]],
    ['somebody who is nobody', 'not-allowed', [draft(1, text(1, '4h'), { person: 'constructor', party: 'msp' })]],
    ['activating what one party approved', 'wrong-stage', [...signed(1).slice(0, 3), { type: 'activate', by: carla }]],
    ['proposing what has failing cases', 'has-mistakes', [draft(1, failing(1)), { type: 'propose', by: grace }]],
    ['a text that says another version', 'has-mistakes', [draft(1, text(2, '4h'))]],
    ['changing what both approved', 'wrong-stage', [...signed(1), draft(1, text(1, '9h'))]],
    ['a number out of order', 'no-such-version', [draft(3, text(3, '4h'))]],
    ['an act without a reason', 'no-reason', [{ ...draft(1, text(1, '4h')), reason: ' ' }]],
    ['counting from the past', 'not-later', [...signed(1).slice(0, 4), { type: 'activate', by: carla, from: start }]],
    [
      'going back to what never counted',
      'never-active',
      [...signed(1), ...signed(2).slice(0, 4), { type: 'roll back', by: grace, version: 2 }],
    ],
    [
      'going back to what counts already',
      'never-active',
      [...signed(1), ...signed(2), { type: 'roll back', by: grace, version: 2 }],
    ],
    [
      'an act that did not see the last one',
      'changed-meanwhile',
      [draft(1, text(1, '4h')), { type: 'propose', by: carla, expected: 0 }],
    ],
  ])('refuse %s', (_what, code, steps) => {
    const { refusal, facts } = told(...steps);
    expect(refusal).toMatchObject({
      code,
      sentence: expect.stringMatching(/\.$/),
      remedy: expect.stringMatching(/\.$/),
    });
    expect(facts).toEqual(told(...steps.slice(0, -1)).facts);
  });

  it('show who edits at the same time what is other, and overwrite nothing', () => {
    const { refusal } = told(draft(1, text(1, '4h')), draft(1, text(1, '6h')), {
      ...draft(1, text(1, '5h'), carla),
      expected: 1,
    });
    expect(refusal?.changes).toEqual([{ path: 'matrix.incident-p1.targets.resolve', before: '5h', after: '6h' }]);
  });

  it('ask for both approvals again where a proposed text is written anew', () => {
    const again = [...signed(1).slice(0, 3), draft(1, text(1, '9h')), { type: 'propose', by: grace } as Step];
    expect(told(...again).state.versions[0]).toMatchObject({ stage: 'proposed', approvals: [] });
  });

  it('go back at once, and what was to count later does not', () => {
    const later = start + 60 * minute;
    const { state } = told(
      ...signed(1),
      ...signed(2),
      ...signed(3).slice(0, 4),
      { type: 'activate', by: carla, version: 3, from: later },
      { type: 'roll back', by: grace, version: 1, open: 'move' },
    );
    expect(activeAt(state, later)).toMatchObject({
      ...{ version: 1, from: start + 15 * minute, open: 'move' },
      moving: { by: grace, at: start + 15 * minute },
    });
    expect(stageAt(state, 2, later)).toBe('retired');
  });

  it('never let anything count without two people, one of each party, who approved that very text', () => {
    const people = fc.constantFrom(grace, carla, li, { ...grace, party: 'client' as const });
    const version = fc.constantFrom(1, 1, 1, 2);
    const other = fc.constantFrom('approve', 'approve', 'activate', 'activate', 'propose', 'roll back', 'send back');
    const step = fc.oneof(
      fc.record({ by: people, version, type: other }),
      fc.tuple(people, version, fc.constantFrom('4h', '6h')).map(([by, n, resolve]) => draft(n, text(n, resolve), by)),
    ) as fc.Arbitrary<Step>;
    const begun = fc.constantFrom(0, 2, 2, 3, 5).map(n => signed(1).slice(0, n));
    fc.assert(
      fc.property(begun, fc.array(step, { maxLength: 12 }), (before, steps) => {
        const { facts, state } = told(...before, ...steps);
        for (const { version: counting } of state.activations) {
          const mine = facts.filter(fact => fact.version === counting);
          const since = mine.slice(mine.map(({ type }) => type).lastIndexOf('Drafted'));
          const by = since.filter(({ type }) => type === 'Approved').map(fact => fact.by);
          expect(by.map(({ party }) => party).sort()).toEqual(['client', 'msp']);
          expect(new Set(by.map(({ person }) => person)).size).toBe(2);
        }
        expect(state.revision).toBe(facts.length);
      }),
      { numRuns: 30 },
    );
  });

  it('are none before anything was drafted', () => {
    expect(activeAt(noVersions, start)).toBeUndefined();
  });
});
