import { agreementJsonSchema } from '../../shared/file';
import { mistakesIn, rereader, type AgreementDocument } from '../../shared/src/agreement';
import {
  actOf,
  cellGroups,
  columns,
  conditionFields,
  conditionText,
  fieldText,
  findingsIn,
  fromLines,
  inLines,
  namesIn,
  shownIn,
  undoable,
  withAdded,
  withCloned,
  withFieldText,
  withMoved,
  withRemoved,
  withStep,
  type CellDocument,
  type Field,
  type Finding,
  type Press,
} from '../../shared/src/settings/matrix';
import { storyDocument } from '../support/agreement';

const document = storyDocument();
const names = namesIn(document);
const [p1, p2] = document.matrix as [CellDocument, CellDocument];
const fieldAt = (path: string): Field =>
  cellGroups.flatMap(({ fields }) => fields).find(field => field.path === path) ??
  columns.find(({ key }) => key === path)!.field!;

type Schema = Readonly<Record<string, unknown>>;

/** Every place of a schema at which something can be said, as a dotted path; those of a list under the list's. */
function placesIn(schema: Schema, path: string, root: Schema): readonly string[] {
  const { $ref, properties, anyOf, oneOf } = schema as { $ref?: string; properties?: Record<string, Schema> } & Schema;
  if ($ref) return [path];
  const choices = (anyOf ?? oneOf) as readonly Schema[] | undefined;
  const withParts = choices?.find(each => 'properties' in each);
  if (withParts) return placesIn(withParts, path, root);
  if (!properties) return [path];
  return Object.entries(properties).flatMap(([key, inner]) =>
    placesIn(inner, path === '' ? key : `${path}.${key}`, root),
  );
}

test('whatever the schema of a cell has can be edited', () => {
  const schema = agreementJsonSchema() as { properties: { matrix: { items: Schema } } };
  const places = placesIn(schema.properties.matrix.items, '', schema as unknown as Schema);
  const known = [
    ...cellGroups.flatMap(({ fields, lines = [] }) => [...fields, ...lines]),
    ...conditionFields.map(field => ({ ...field, path: `when.${field.path}` })),
    { path: 'when' },
    { path: 'boundary' },
  ].map(({ path }) => path);
  const isKnown = (place: string): boolean =>
    known.some(path => path === place || path.startsWith(`${place}.`) || place.startsWith(`${path}.`));
  expect(places.length).toBeGreaterThan(40);
  expect(places.filter(place => !isKnown(place))).toEqual([]);
});

test.each([
  ['targets.resolve.within', '6h', { targets: { ...p2.targets, resolve: '6h' } }],
  ['targets.resolve.calendar', '24x7', { targets: { ...p2.targets, resolve: { within: '8h', calendar: '24x7' } } }],
  ['warnings', '50, 90 %', { warnings: [0.5, 0.9] }],
  ['warnings', 'none', { warnings: [] }],
  ['raci.responsible', document.people['grace']!.name.toUpperCase(), { raci: { responsible: ['grace'] } }],
  ['deemedAccepted', 'no', { deemedAccepted: false }],
  ['rateLimit.most', '3', { rateLimit: { most: 3 } }],
  ['priority', '1, 2', { when: { ...p2.when, priority: [1, 2] } }],
  ['priority', '1', { when: { ...p2.when, priority: 1 } }],
  ['targets.respond.within', '', { targets: { ...p2.targets, respond: undefined } }],
])('%s takes “%s” as it is typed', (path, typed, changed) => {
  expect(withFieldText(p2, fieldAt(path), typed, names)).toEqual({ ...p2, ...changed });
});

test('what a field shows can be typed again and says the same', () => {
  const full = { ...p1, warnings: [0.5], raci: { accountable: 'grace', responsible: ['grace', 'carla'] } };
  for (const field of cellGroups.flatMap(({ fields }) => fields)) {
    expect(withFieldText(full, field, fieldText(full, field, names), names)).toEqual(full);
  }
});

test('what a rung waits for is one thing: another takes its place', () => {
  const list = cellGroups.flatMap(({ lines = [] }) => lines).find(({ path }) => path === 'rungs')!;
  const bounces = list.fields.find(({ path }) => path === 'when.bounces')!;
  expect(withFieldText({ id: 'a', when: { after: '1h' } }, bounces, '3', names)).toEqual({
    id: 'a',
    when: { bounces: 3 },
  });
});

test('a section with free names is edited in lines and kept as it was', () => {
  const list = cellGroups.flatMap(({ lines = [] }) => lines).find(({ path }) => path === 'authority')!;
  const cell = { ...p1, authority: { L1: 'Restart a service', lead: 'Fail over' } };
  expect(fromLines(inLines(cell, list), list)).toEqual(cell);
});

test('a condition is told with its AND and OR', () => {
  const when = {
    workType: 'incident',
    any: [{ priority: [1, 2] as (1 | 2)[] }, { keywords: 'outage', client: 'Contoso' }],
  };
  expect(conditionText(when, names)).toBe(
    'work type incident AND (priority 1 or 2 OR (client Contoso AND words in the title outage))',
  );
  expect(conditionText({}, names)).toBe('');
});

test('a place that says nothing shows what it inherits', () => {
  const receiver = columns.find(({ key }) => key === 'receiver')!;
  const { boundaries } = document;
  const oneWay: CellDocument = { ...p2, boundary: 'client>msp' };
  expect(shownIn(oneWay, receiver, boundaries, names)).toEqual({ text: 'Northwind NOC (L1)', isInherited: true });
  const own: CellDocument = { ...oneWay, receiver: 'contoso-desk' };
  expect(shownIn(own, receiver, boundaries, names).isInherited).toBe(false);
});

describe('Rows', () => {
  const rows = document.matrix;
  const ids = (all: readonly CellDocument[]) => all.map(({ id }) => id);

  test('are added, copied above themselves, moved and removed, with short names of their own', () => {
    expect(ids(withAdded(withAdded(rows, 0), 0)).slice(0, 3)).toEqual(['incident-p1', 'cell-2', 'cell']);
    expect(ids(withCloned(rows, 0)).slice(0, 2)).toEqual(['incident-p1-2', 'incident-p1']);
    expect(ids(withMoved(rows, 0, 1)).slice(0, 2)).toEqual(['incident-p2', 'incident-p1']);
    expect(withMoved(rows, 0, -1)).toBe(rows);
    expect(withRemoved(rows, 0)).toEqual(rows.slice(1));
  });

  test('come back with undo, what was typed in one place as one step, unless somebody else changed the text', () => {
    const texts = ['a', 'b', 'c'].map(name => ({ ...document, name }) as AgreementDocument);
    const [a, b, c] = texts as [AgreementDocument, AgreementDocument, AgreementDocument];
    const first = withStep([], { before: a, after: b, what: 'Changed', place: 'x' });
    const second = withStep(first, { before: b, after: c, what: 'Changed', place: 'x' });
    expect(second).toHaveLength(1);
    expect(undoable(second, c)?.before).toBe(a);
    expect(undoable(second, b)).toBeUndefined();
  });
});

describe('Keys in the table', () => {
  const size = { rows: 30, columns: 13, page: 8 };
  const press = (key: string, more: Partial<Press> = {}) =>
    actOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...more }, { row: 5, column: 3 }, size);
  const goes = (row: number, column: number) => ({ type: 'go', to: { row, column } });

  test.each([
    ['ArrowDown', goes(6, 3)],
    ['ArrowLeft', goes(5, 2)],
    ['Home', goes(5, 0)],
    ['End', goes(5, 12)],
    ['PageUp', goes(0, 3)],
    ['PageDown', goes(13, 3)],
    ['F2', { type: 'edit' }],
    ['7', { type: 'edit', typed: '7' }],
    ['Delete', { type: 'clear' }],
    ['Tab', undefined],
    [' ', undefined],
  ])('%s', (key, act) => expect(press(key)).toEqual(act));

  test('with Ctrl or Alt do what the plain ones do not', () => {
    expect(press('End', { ctrlKey: true })).toEqual(goes(29, 12));
    expect(press('ArrowUp', { altKey: true })).toEqual({ type: 'move', by: -1 });
    expect(press('z', { metaKey: true })).toEqual({ type: 'undo' });
    expect(press('c', { ctrlKey: true })).toBeUndefined();
  });
});

describe('What is found while somebody edits', () => {
  const at = Date.parse('2026-03-02T09:00:00Z');
  const all = (edited: AgreementDocument, read = rereader()): readonly Finding[] =>
    [...findingsIn(edited, read, at)].filter(finding => finding !== undefined);
  const withRow = (changes: Partial<CellDocument>, row = 1): AgreementDocument => ({
    ...document,
    matrix: document.matrix.map((cell, index) => (index === row ? { ...cell, ...changes } : cell)),
  });

  test('names the cell, the field and what to do', () => {
    const [found] = all(withRow({ targets: { ...p2.targets, resolve: '20m' } })).filter(
      ({ kind }) => kind === 'mistake',
    );
    expect(found).toMatchObject({ cell: 'incident-p2', path: 'targets.acknowledge' });
    expect(found?.text).toBe('Accept or decline within gives 30m to answer a handoff, but the work is due after 20m.');
  });

  test('has a gap with the facts nobody owns, a shadowed row with its example, and hours nobody is open', () => {
    const gap = all({ ...document, matrix: document.matrix.slice(1) });
    expect(gap.map(({ text }) => text)).toContain(
      'The matrix has no cell for work type incident, priority 1; add one, or a last cell for all that is left.',
    );
    const shadowed = all(withRow({ when: {} }, 0)).find(({ cell }) => cell === 'incident-p2');
    expect(shadowed?.text).toBe(
      '“Incident, priority 2” is never reached: all its tickets, such as work type incident, priority 2, are taken above, that one by “Incident, priority 1”; move it up or remove it.',
    );
    expect(all(document).find(({ path }) => path === 'closedReceiver')?.text).toMatch(
      /^For .* a week the resolve clock runs while .* is closed, next from 2026-03-02/,
    );
  });

  test('a cell that cannot be read is told alone, and the others are read once only', () => {
    const read = rereader();
    all(document, read);
    const broken = withRow({ targets: { ...p2.targets, resolve: '4 hours' } });
    const steps = [...read(broken)];
    expect(steps).toHaveLength(1);
    expect(all(broken, read)).toMatchObject([{ cell: 'incident-p2', path: 'targets.resolve.within', kind: 'mistake' }]);
  });

  test('says the same as reading the document as a whole', () => {
    const wrong = withRow({ id: 'incident-p1', targets: { ...p2.targets, resolve: '20m' }, receiver: 'nobody' });
    const found = all(wrong).filter(({ kind }) => kind === 'mistake');
    expect(found).toHaveLength(mistakesIn(wrong).length);
  });
});
