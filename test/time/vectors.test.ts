import type { Finding } from './finding';
import { referenceCases, type ReferenceCase } from './referenceCases';
import { check } from './referenceChecks';

const nextOpening =
  'service time runs out exactly at closing time: the peer names the next opening, Baton closing time';
const insideGap =
  'service time runs out exactly at closing time: the peer keeps the time of day of a later, closed instant';
const zeroRolls = 'no time is asked for, outside hours: the peer rolls on to the next opening, Baton stays where it is';

/** Every case in which Baton names another instant than the peer; between the two no service time passes. */
const DIVERGENCES: { readonly [id: string]: string } = {
  'business-hours-calc/add-007': zeroRolls,
  'business_time/add-003': zeroRolls,
  'php-business-time/add-016': insideGap,
  'zammad/sla-019': nextOpening,
  'zendesk-biz-random/add-035': nextOpening,
  'zendesk-biz-random/add-039': nextOpening,
  'zendesk-biz-random/add-055': nextOpening,
  'zendesk-biz-random/add-065': nextOpening,
  'zendesk-biz-random/add-084': nextOpening,
};

const cases = referenceCases();

if (cases === undefined) {
  describe('reference cases of other projects: FILE ABSENT, NOTHING CHECKED (../shared/vectors/public.json)', () => {
    it.skip('are checked once the file is there, or BATON_VECTORS names it', () => undefined);
  });
} else {
  describe(`all ${cases.length} reference cases of other projects hold`, () => holdsFor(cases));
}

function holdsFor(vectors: readonly ReferenceCase[]): void {
  const kinds = [...new Set(vectors.map(({ kind }) => kind))].sort();
  const checked = new Map<string, Finding[]>();
  const findings = (vector: ReferenceCase, is: Finding['is']): string[] => {
    const found = checked.get(vector.id) ?? check(vector);
    checked.set(vector.id, found);
    return found.filter(finding => finding.is === is).map(({ text }) => `${vector.id} ${text}`);
  };

  it.each(kinds.map(kind => ({ kind, of: vectors.filter(vector => vector.kind === kind) })))(
    'all $of.length of the kind $kind agree',
    ({ of }) => {
      expect(of.flatMap(vector => findings(vector, 'wrong'))).toEqual([]);
    },
  );

  it(`leaves none of the ${vectors.length} unchecked`, () => {
    expect([...checked.keys()].sort()).toEqual(vectors.map(({ id }) => id).sort());
    expect(vectors.length).toBeGreaterThanOrEqual(601);
  });

  it.each(Object.entries(DIVERGENCES))('answers %s with another instant, because %s', id => {
    const vector = vectors.find(candidate => candidate.id === id);
    expect(vector === undefined ? [] : findings(vector, 'elsewhere')).not.toEqual([]);
  });

  it('answers every other case with the very instant of its peer', () => {
    const diverging = vectors.filter(vector => findings(vector, 'elsewhere').length > 0).map(({ id }) => id);
    expect(diverging.sort()).toEqual(Object.keys(DIVERGENCES).sort());
  });
}
