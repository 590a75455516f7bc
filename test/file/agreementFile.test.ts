import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { AgreementError } from '../../shared/src/failures';
import { changesBetween, changeText } from '../../shared/src/agreement';
import { agreementJson, agreementJsonSchema, agreementYaml, previewImport, readAgreementFile } from '../../shared/file';
import publishedSchema from '../../shared/file/agreement.schema.json';
import { storyDocument, storyText } from '../support/agreement';

const yaml = agreementYaml(storyDocument());
const kept = join(__dirname, 'kept');

const refusal = (text: string): AgreementError => {
  try {
    readAgreementFile(text);
  } catch (error) {
    if (error instanceof AgreementError) return error;
    throw error;
  }
  throw new Error('the file was not refused');
};

/** Texts that YAML would take for something else if they were not quoted. */
const awkward = fc.oneof(
  fc.constantFrom(
    'yes',
    'null',
    '~',
    '0x1F',
    '1e3',
    '12:30',
    '2026-03-02',
    '- a',
    '# b',
    '&c',
    '*d',
    '{e}',
    "'",
    '"',
    '|',
  ),
  fc.string({ minLength: 1, maxLength: 40 }).filter(text => text.trim() !== ''),
);

describe('An agreement as a file', () => {
  it('is the same after writing and reading it, as YAML and as JSON', () => {
    fc.assert(
      fc.property(awkward, awkward, (name, text) => {
        const document = storyDocument();
        const changed = { ...document, name, glossary: { [`about ${name}`]: text }, templates: [] };
        for (const file of [agreementYaml(changed), agreementJson(changed)]) {
          const preview = previewImport(file, changed);
          expect(preview).toMatchObject({ ok: true, document: changed, changes: [] });
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is read by people: short lists stand on one line', () => {
    expect(yaml).toContain('      mon: [["08:00", "18:00"]]\n');
    expect(yaml).toMatch(/^# A Baton agreement\. /);
  });

  it.each(readdirSync(kept))('of old still loads: %s', file => {
    expect(readAgreementFile(readFileSync(join(kept, file), 'utf8')).agreement.matrix.length).toBeGreaterThan(0);
  });

  it('has a published form, which is the one that is read', () => {
    expect(publishedSchema).toEqual(JSON.parse(JSON.stringify(agreementJsonSchema())));
    const isValid = new Ajv({ strict: false, validateFormats: false }).compile(publishedSchema);
    expect(isValid(JSON.parse(storyText({ 'matrix.0.when.priority': [1, 2] })))).toBe(true);
    expect(isValid(JSON.parse(storyText({ 'matrix.0.targets.resolve': true })))).toBe(false);
    expect(isValid(JSON.parse(storyText({ 'matrix.0.surprise': 1 })))).toBe(false);
  });

  it('shows before an import what would be other than now', () => {
    const preview = previewImport(
      storyText({ 'matrix.0.targets.resolve': '2h', 'people.zoe': undefined }),
      storyDocument(),
    );
    expect(preview.ok && preview.changes.map(changeText)).toEqual([
      'matrix.incident-p1.targets.resolve was {"within":"4h","calendar":"24x7"}, is 2h',
    ]);
  });

  it.each<[string, string, RegExp]>([
    ['cut off by a byte count', yaml.slice(0, yaml.length / 2), /is cut off|cannot be read/],
    [
      'cut off where YAML would not mind',
      yaml.slice(0, yaml.lastIndexOf('reopenWindowDays')),
      /is cut off: its last line/,
    ],
    ['JSON that was cut off', storyText({}).slice(0, -40), /cannot be read: .+\(line 1, column \d+\)/],
    ['a bomb of references', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', /uses the reference “\*a”/],
    ['fifty megabytes', 'x'.repeat(50_000_000), /longer than 2 million characters/],
    [
      'a prototype key',
      '{ "schema": 1, "people": { "__proto__": { "name": "x" } } }',
      /people\.__proto__ has the reserved name/,
    ],
    ['a key twice', 'schema: 1\nschema: 1\n', /Map keys must be unique \(line 2/],
    ['a type of its own', 'schema: !!js/function "x"\n', /cannot be read: Unresolved tag/],
    ['nesting without end', '['.repeat(100_000), /nested too deeply|cannot be read/],
    ['nesting too deep for people', `${'['.repeat(60)}1${']'.repeat(60)}`, /more than 40 levels deep/],
    ['a newer form', 'schema: 99\n', /was written by a newer Baton/],
    ['something else', 'just a sentence', /the document must be a section/],
    ['nothing', '', /the document must be a section/],
  ])('is refused if it is %s', (_what, text, message) => {
    const { message: said, violations } = refusal(text);
    expect(said).toMatch(message);
    expect(violations.length).toBeGreaterThan(0);
  });

  const overlay = (id: string, inherits: string) => ({ id, name: id, when: { client: id }, inherits });
  it.each<[string, Record<string, unknown>, string]>([
    ['teams that are nowhere', { 'intake.team': 'nobody' }, 'intake.team'],
    ['an unknown zone', { 'calendars.service-hours.timeZone': 'Mars/Olympus' }, 'calendars.service-hours.timeZone'],
    ['overlays that inherit in a circle', { overlays: [overlay('a', 'b'), overlay('b', 'a')] }, 'overlays.0.inherits'],
    ['a promise of no time', { 'matrix.0.targets.resolve': '0m' }, 'matrix.0.targets.resolve.within'],
    ['an approver nobody knows', { 'parties.msp.approver': 'gone' }, 'parties.msp.approver'],
  ])('is not taken in with %s: the place is named with what to do, and what counts stays', (_what, changes, path) => {
    const counting = storyDocument();
    const preview = previewImport(storyText(changes), counting);
    expect(preview).toMatchObject({ ok: false, mistakes: expect.arrayContaining([expect.objectContaining({ path })]) });
    expect(!preview.ok && preview.mistakes.every(({ message }) => message.length > 10)).toBe(true);
    expect(counting).toEqual(storyDocument());
  });

  it('leaves what is there untouched when it cannot be used, and says every place', () => {
    const preview = previewImport(storyText({ 'intake.team': 'nobody', 'parties.msp.lead': 'zoe' }), storyDocument());
    expect(preview).toMatchObject({ ok: false, mistakes: [{ path: 'intake.team' }, { path: 'parties.msp.lead' }] });
  });
});

describe('What changed between two agreements', () => {
  const before = { matrix: [{ id: 'a', resolve: '4h' }, { id: 'b' }], teams: { noc: { name: 'NOC' } }, warn: [1, 2] };

  it.each<[string, object, readonly string[]]>([
    ['nothing', {}, []],
    ['a value', { teams: { noc: { name: 'Night' } } }, ['teams.noc.name was NOC, is Night']],
    ['a cell that came', { matrix: [...before.matrix, { id: 'c' }] }, ['matrix.c is new: {"id":"c"}']],
    ['a cell that went', { matrix: [before.matrix[1]] }, ['matrix.a is gone, was {"id":"a","resolve":"4h"}']],
    ['the order of cells', { matrix: [...before.matrix].reverse() }, ['matrix in order was a, b, is b, a']],
    ['a plain list', { warn: [1, 3] }, ['warn was [1,2], is [1,3]']],
  ])('tells %s', (_what, changes, told) => {
    expect(changesBetween(before, { ...before, ...changes }).map(changeText)).toEqual(told);
  });
});
