import { AgreementError } from '../../shared/src/failures';
import { writtenDuration, parseAgreement } from '../../shared/src/agreement';
import { storyText } from '../support/agreement';

type Changes = Readonly<Record<string, unknown>>;

const refusal = (text: string): AgreementError => {
  try {
    parseAgreement(text);
  } catch (error) {
    if (error instanceof AgreementError) return error;
  }
  throw new Error('the agreement was not refused');
};

const violations = (changes: Changes) => refusal(storyText(changes)).violations;

describe('Reading an agreement', () => {
  it('refuses text that is not JSON', () => {
    const { code, message } = refusal('{ "schema": 1, ');
    expect(code).toBe('syntax');
    expect(message).toBe(
      'The agreement has one mistake: the document is not valid JSON; a bracket, comma or quotation mark is out of place.',
    );
  });

  it('names the path of an unknown key', () => {
    expect(violations({ 'matrix.2.targtes': {} })).toEqual([
      { path: 'matrix.2.targtes', message: 'is not known here; correct its spelling or remove it' },
    ]);
  });

  it('names the path of a missing part', () => {
    expect(violations({ 'parties.client': undefined })).toEqual([
      { path: 'parties.client', message: 'is missing; add it' },
    ]);
  });

  it.each<[what: string, changes: Changes, path: string, message: string]>([
    ['a list for a section', { teams: [] }, 'teams', 'must be a section'],
    ['a text for a number', { version: 'one' }, 'version', 'must be a number'],
    [
      'a word that is no choice',
      { 'matrix.0.mode': 'on' },
      'matrix.0.mode',
      'must be one of “observe”, “pilot”, “enforce”',
    ],
    [
      'a priority beyond 4',
      { 'matrix.0.when.priority': [5] },
      'matrix.0.when.priority.0',
      'must be a priority from 1 (most urgent) to 4',
    ],
    [
      'hours that are no pair',
      { 'calendars.24x7.weekly.mon': ['09:00'] },
      'calendars.24x7.weekly.mon.0',
      'must be a pair such as ["09:00", "17:00"]',
    ],
    ['a form that is no number', { schema: '1' }, 'schema', 'must be “1”'],
    [
      'a target without time',
      { 'matrix.0.targets.hold': '' },
      'matrix.0.targets.hold',
      'must be a time such as "15m", "4h" or "4h 30m" (a day counts as its service hours)',
    ],
    ['alternatives that are none', { 'matrix.0.when.any': [] }, 'matrix.0.when.any', 'is an empty list'],
    [
      'a condition within conditions',
      { 'matrix.0.when.all': [{ any: [{ prio: 1 }] }] },
      'matrix.0.when.all.0.any.0.prio',
      'is not known here; correct its spelling or remove it',
    ],
    [
      'a vague instant',
      { signatures: [{ party: 'msp', person: 'grace', version: 1, at: 'noon' }] },
      'signatures.0.at',
      'must be an instant such as "2026-03-02T09:00:00Z"',
    ],
    ['a version before the first', { version: 0 }, 'version', 'must be a number above 0'],
    ['an empty name', { name: ' ' }, 'name', 'is empty'],
    [
      'a name with blanks where others refer to it',
      { id: 'a b' },
      'id',
      'must be a name of letters, digits, dots, dashes and underscores, at most 64 of them',
    ],
    [
      'a name every record inherits',
      { 'matrix.0.id': 'constructor' },
      'matrix.0.id',
      'is a reserved word; choose another name',
    ],
    [
      'days in a target',
      { 'matrix.1.targets.resolve': '1d' },
      'matrix.1.targets.resolve.within',
      'must be a time such as "15m", "4h" or "4h 30m" (a day counts as its service hours)',
    ],
    [
      'a warning at the whole target',
      { 'matrix.0.warnings': [1] },
      'matrix.0.warnings.0',
      'must be a fraction below 1',
    ],
    [
      'an unsafe runbook address',
      { 'matrix.0.runbook': 'javascript:1' },
      'matrix.0.runbook',
      'must be an address that starts with https://',
    ],
  ])('tells in plain words about %s', (_what, changes, path, message) => {
    expect(violations(changes)).toEqual([{ path, message }]);
  });

  it('reports all mistakes and names the first three in its message', () => {
    const {
      code,
      message,
      violations: all,
    } = refusal(storyText({ name: '', version: 0, colour: 'blue', intake: undefined }));
    expect(code).toBe('schema');
    expect(all).toHaveLength(4);
    expect(message).toMatch(
      /^The agreement has 4 mistakes: name is empty; version .+; intake is missing; add it\. And 1 more\.$/,
    );
  });

  it('refuses a document of a newer Baton before looking at what it cannot know', () => {
    const { code, message } = refusal(JSON.stringify({ schema: 2, chapters: [] }));
    expect(code).toBe('newer-version');
    expect(message).toContain('schema was written by a newer Baton (form 2, this one reads 1); update Baton first');
  });

  it.each([
    ['15m', 900_000],
    ['4h', 14_400_000],
    ['4h 30m', 16_200_000],
    ['4h30m', 16_200_000],
  ])('reads %s as service time and writes it back', (text, milliseconds) => {
    const agreement = parseAgreement(storyText({ 'matrix.1.targets': { acknowledge: '5m', resolve: text } }));
    expect(agreement.matrix[1]?.targets.resolve.within).toBe(milliseconds);
    expect(writtenDuration(milliseconds).replace(' ', '')).toBe(text.replace(' ', ''));
  });

  it('takes native ids written as numbers', () => {
    const agreement = parseAgreement(storyText({ 'teams.contoso-desk.freshserviceGroups': [9009] }));
    expect(agreement.teams['contoso-desk']?.freshserviceGroups).toEqual(['9009']);
  });
});
