import { comparable, type ListedFact } from '../condition';
import { outcomeOf } from './pauses';

/** What tells rows of the matrix apart without reading a text. */
export type Axis = ListedFact | 'crossing';

/** Values a row allows on each axis; an axis left out allows every one. */
export type Sides = Readonly<Partial<Record<Axis, readonly (string | number)[]>>>;

/** A set of rows: row n is bit n % 32 of word n / 32. */
export type RowSet = Uint32Array;

interface AxisIndex {
  readonly axis: Axis;
  /** Rows that allow every value of it. */
  readonly open: RowSet;
  /** Rows that allow a value, the open ones included; by the value as it is written and as it is compared. */
  readonly byValue: ReadonlyMap<string | number, RowSet>;
}

/** Rows found by the values they allow: only axes that some row limits are there. */
export interface RowIndex {
  readonly every: RowSet;
  readonly axes: readonly AxisIndex[];
}

const put = (rows: RowSet, row: number): void => {
  rows[row >>> 5] = (rows[row >>> 5] ?? 0) | (1 << (row & 31));
};

/** Whether a set has a row. */
export const hasRow = (rows: RowSet, row: number): boolean => ((rows[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;

const setOf = (length: number, rows: readonly number[]): RowSet => {
  const set = new Uint32Array((length + 31) >>> 5);
  for (const row of rows) put(set, row);
  return set;
};

function indexAxis(axis: Axis, rows: readonly Sides[]): AxisIndex {
  const limits = rows.map(sides => sides[axis]);
  const open = setOf(
    rows.length,
    limits.flatMap((allowed, row) => (allowed === undefined ? [row] : [])),
  );
  const byValue = new Map<string | number, RowSet>();
  limits.forEach((allowed = [], row) => {
    for (const value of allowed) {
      const set = byValue.get(comparable(value)) ?? open.slice();
      put(set, row);
      byValue.set(comparable(value), set).set(value, set);
    }
  });
  return { axis, open, byValue };
}

/** {@link indexRows}, an axis at a time, so that it can be paused. */
export function* indexingRows(rows: readonly Sides[]): Generator<undefined, RowIndex> {
  const limited = new Set(rows.flatMap(sides => Object.keys(sides) as Axis[]));
  const every = setOf(rows.length, [...rows.keys()]);
  const axes: AxisIndex[] = [];
  for (const axis of limited) {
    yield undefined;
    axes.push(indexAxis(axis, rows));
  }
  return { every, axes };
}

/** Lays rows out for {@link rowsAllowing}. */
export const indexRows = (rows: readonly Sides[]): RowIndex => outcomeOf(indexingRows(rows));

/** Rows that allow a value of an axis; a value that is not known is allowed where every one is. */
export const rowsAllowing = ({ open, byValue }: AxisIndex, value: string | number | undefined): RowSet =>
  value === undefined ? open : (byValue.get(value) ?? byValue.get(comparable(value)) ?? open);

/** The rows of a set from the top, ascending. */
export function* rowsOf(set: RowSet): Generator<number> {
  for (let word = 0; word < set.length; word += 1) {
    for (let left = set[word] ?? 0; left !== 0; left &= left - 1) yield (word << 5) + 31 - Math.clz32(left & -left);
  }
}
