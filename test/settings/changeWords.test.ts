import fc from 'fast-check';
import { changesBetween } from '../../shared/src/agreement';
import { wordsOfChange } from '../../shared/ui/settings/changeWords';
import { wordsOfPath } from '../../shared/ui/settings/pathWords';
import { storyDocument } from '../support/agreement';

const document = storyDocument();

type Path = readonly (string | number)[];

const isInner = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Every place of a document, the sections and lists themselves included. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (!isInner(value)) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    placesIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

const places = placesIn(document);

/** The document with another value at a place; undefined takes it away. */
function withOther(path: Path, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(document)) as Record<string | number, unknown>;
  const last = path.at(-1)!;
  const holder = path.slice(0, -1).reduce<Record<string | number, unknown>>((at, key) => at[key] as never, copy);
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}

const values = fc.constantFrom<unknown>(undefined, 'Night desk', '3h', 7, true, { within: '2h', calendar: '24x7' }, [
  'a',
  'b',
]);

/** Ids that people chose may be of any form; what Baton calls its own parts may not. */
const raw = /[a-z]\.[a-z]|[{}"[\]]|\b[a-z]+[a-z][A-Z][a-z]|(^|› )\d+( ›|$)/;

test('whatever changes is said in words, both ways, and no path or JSON reaches the screen', () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), values, (path, value) => {
      const other = withOther(path, value);
      for (const [before, after] of [
        [document, other],
        [other, document],
      ] as const)
        for (const change of changesBetween(before, after)) {
          const { place, words } = wordsOfChange(change, document);
          expect(place).not.toMatch(raw);
          expect(words).not.toMatch(/[{}[\]]|":/);
        }
    }),
    { numRuns: 200 },
  );
});

test('lines are called by their names, and by their number where they have none', () => {
  expect(wordsOfPath('matrix.0.targets.resolve', document)).toBe(
    `Matrix › ${document.matrix[0]!.name} › promises › resolve within`,
  );
  expect(wordsOfPath('people.grace.active', document)).toBe('People › Grace Kim › active');
  expect(wordsOfPath('matrix.3.ladder.1')).toBe('Matrix › line 4 › steps of an offer › line 2');
  expect(wordsOfPath('matrix in order')).toBe('Matrix › order');
});
