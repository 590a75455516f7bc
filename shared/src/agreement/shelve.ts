import { mapLeaves, type Branch } from './branch';
import { largestPart, storedBytes } from './bytes';
import { comparable, listedFacts, type ListedFact } from './condition';
import type { Cell } from './schema';

/** A cell with its row, so that cells read from several parts fall into their order again. */
export type Row = readonly [row: number, cell: Cell];

interface Weighed {
  readonly row: Row;
  readonly bytes: number;
}

type Rows = readonly Weighed[];

/** Neighbouring values of a fact that lie together, and what they and the cells open to any value weigh. */
interface Range {
  readonly values: readonly string[];
  readonly bytes: number;
}

interface Division {
  readonly by: ListedFact;
  readonly ranges: readonly Range[];
  readonly largest: number;
  readonly total: number;
}

/** A fork is worth it if its largest branch is clearly smaller and cells open to all values are not copied too often. */
const clearlySmaller = 0.75;
const mostCopied = 3;
/** Cells that mention a fact are shelved apart from the others if both are more than a few. */
const few = 0.1;

const weigh = (rows: Rows): number => rows.reduce((sum, { bytes }) => sum + bytes, 2);

const valuesOf = ({ row: [, cell] }: Weighed, fact: ListedFact): readonly string[] =>
  (cell.when[fact] ?? []).map(comparable);

const mentions = (row: Weighed, fact: ListedFact): boolean => row.row[1].when[fact] !== undefined;

const bytesByValue = (rows: Rows, fact: ListedFact): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const row of rows) for (const value of valuesOf(row, fact)) sums.set(value, (sums.get(value) ?? 0) + row.bytes);
  return sums;
};

/** Neighbouring values together as far as a part allows; the first range also takes tickets without a value. */
function rangesOf(rows: Rows, fact: ListedFact): readonly Range[] {
  const open = weigh(rows.filter(row => !mentions(row, fact)));
  const sums = [...bytesByValue(rows, fact)].sort(([one], [other]) => (one < other ? -1 : 1));
  return sums.reduce<Range[]>(
    (ranges, [value, bytes]) => {
      const last = ranges.at(-1) ?? { values: [], bytes: open };
      const fits = last.bytes + bytes <= largestPart;
      if (fits) return [...ranges.slice(0, -1), { values: [...last.values, value], bytes: last.bytes + bytes }];
      return [...ranges, { values: [value], bytes: open + bytes }];
    },
    [{ values: [''], bytes: open }],
  );
}

const divide = (rows: Rows, by: ListedFact): Division => {
  const ranges = rangesOf(rows, by);
  const weights = ranges.map(({ bytes }) => bytes);
  return { by, ranges, largest: Math.max(...weights), total: weights.reduce((sum, bytes) => sum + bytes, 0) };
};

function bestDivision(rows: Rows): Division | undefined {
  const whole = weigh(rows);
  return listedFacts
    .map(fact => divide(rows, fact))
    .filter(({ largest, total }) => largest <= clearlySmaller * whole && total <= mostCopied * whole)
    .sort((one, other) => one.total - other.total || one.largest - other.largest)[0];
}

const forked = (rows: Rows, { by, ranges }: Division): Branch<Rows> => ({
  by,
  from: ranges.map(({ values: [first = ''] }) => first),
  to: ranges.map(({ values }) => {
    const within = new Set(values);
    return grow(rows.filter(row => !mentions(row, by) || valuesOf(row, by).some(value => within.has(value))));
  }),
});

/** Cells that mention a fact apart from those that do not: a ticket is then looked up among both. */
function apart(rows: Rows): Branch<Rows> {
  const whole = weigh(rows);
  const shares = listedFacts.map(fact => ({ fact, share: weigh(rows.filter(row => mentions(row, fact))) / whole }));
  const [best] = shares
    .filter(({ share }) => share > few && share < 1 - few)
    .sort((one, other) => other.share - one.share);
  if (best === undefined) return { leaf: rows };
  const { fact } = best;
  return { each: [grow(rows.filter(row => mentions(row, fact))), grow(rows.filter(row => !mentions(row, fact)))] };
}

function grow(rows: Rows): Branch<Rows> {
  if (weigh(rows) <= largestPart) return { leaf: rows };
  const division = bestDivision(rows);
  return division === undefined ? apart(rows) : forked(rows, division);
}

const weighed = (cell: Cell, index: number): Weighed => {
  const row: Row = [index, cell];
  return { row, bytes: storedBytes(row) + 1 };
};

/**
 * Lays a matrix out so that each leaf fits one part wherever ticket facts tell its cells apart; what only keywords or
 * crossings tell apart stays in one, larger leaf.
 */
export const shelve = (cells: readonly Cell[]): Branch<readonly Row[]> =>
  mapLeaves(grow(cells.map(weighed)), rows => rows.map(({ row }) => row));
