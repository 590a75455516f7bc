import { hasPhrase } from '../condition';
import { joined, type Box, type BoxSides } from './box';
import { holes, type FullAxis } from './holes';
import { exampleOf, titleWith, type ExampleTicket, type Layout, type RowBox } from './layout';
import { outcomeOf, withoutPauses } from './pauses';
import { rowsAllowing, rowsOf, type Axis, type RowSet } from './rowIndex';

/** Two cells that some ticket meets both; the upper one decides. */
export interface MatrixOverlap {
  readonly upper: number;
  readonly lower: number;
  /** Whether every ticket of the upper one meets the lower one too: an exception above its rule, as it should be. */
  readonly isException: boolean;
  readonly example: ExampleTicket;
}

/** A cell that never decides, since the cells above it take every ticket it could have. */
export interface ShadowedCell {
  readonly row: number;
  /** Rows that take its tickets; none where its own lines contradict each other. */
  readonly by: readonly number[];
  readonly example?: ExampleTicket;
}

/** Boxes that share a ticket with this one: keywords and crossings so far never exclude each other. */
function meeting({ index }: Layout, { sides }: Box): RowSet {
  const rows = index.every.slice();
  for (const axis of index.axes) {
    const allowed = sides[axis.axis];
    if (allowed !== undefined) {
      const sets = allowed.map(value => rowsAllowing(axis, value));
      rows.forEach((word, n) => (rows[n] = word & sets.reduce((any, set) => any | (set[n] ?? 0), 0)));
    }
  }
  return rows;
}

const within = (axes: readonly FullAxis[], { sides }: Box): readonly FullAxis[] =>
  axes.map(({ axis, values }) => ({ axis, values: sides[axis] ?? values }));

const contains = (outer: BoxSides, inner: BoxSides): boolean =>
  Object.entries(outer).every(([axis, allowed]) => inner[axis as Axis]?.every(value => allowed.includes(value)));

/** Can be paused wherever it says undefined. */
type Search<Outcome> = Generator<undefined, Outcome>;

/** Whether others leave nothing of a box, at the title and crossings it asks for and no more. */
function* isCovered(layout: Layout, box: Box, others: readonly Box[]): Search<boolean> {
  const title = titleWith(layout, box.phrases);
  const always = others.filter(
    ({ phrases, bounces }) => bounces <= box.bounces && phrases.every(phrase => hasPhrase(title, phrase)),
  );
  const sides = always.map(other => other.sides);
  if (sides.some(outer => contains(outer, box.sides))) return true;
  if (sides.length <= 1) return false;
  for (const hole of holes(sides, within(layout.axes, box))) {
    if (hole !== undefined) return false;
    yield undefined;
  }
  return true;
}

/** Whether every one of some boxes is covered. */
function* areCovered(
  layout: Layout,
  boxes: readonly Box[],
  othersOf: (way: number) => readonly Box[],
): Search<boolean> {
  for (const [way, box] of boxes.entries()) if (!(yield* isCovered(layout, box, othersOf(way)))) return false;
  return true;
}

const boxesIn = ({ boxes }: Layout, set: RowSet): readonly RowBox[] =>
  [...rowsOf(set)].flatMap(place => boxes[place] ?? []);

/** Rows below that share a ticket with any of these boxes. */
const rowsBelow = (layout: Layout, upper: number): readonly number[] => {
  const met = (layout.byRow[upper] ?? []).flatMap(box => boxesIn(layout, meeting(layout, box)));
  return [...new Set(met.map(({ row }) => row))].filter(row => row > upper).sort((one, other) => one - other);
};

const sharedTicket = (layout: Layout, uppers: readonly Box[], lowers: readonly Box[]): ExampleTicket | undefined => {
  const [shared] = uppers.flatMap(upper => lowers.flatMap(lower => joined(upper, lower)));
  return shared && exampleOf(layout, shared.sides, shared);
};

/** Every pair of cells that share a ticket, upper rows first, until none is left; undefined now and then, as a pause. */
export function* eachOverlap(layout: Layout): Generator<MatrixOverlap | undefined> {
  for (const [upper, uppers] of layout.byRow.entries()) {
    yield undefined;
    for (const lower of rowsBelow(layout, upper)) {
      const lowers = layout.byRow[lower] ?? [];
      const example = sharedTicket(layout, uppers, lowers);
      const isException = yield* areCovered(layout, uppers, () => lowers);
      if (example !== undefined) yield { upper, lower, isException, example };
    }
  }
}

/** {@link eachOverlap} without the pauses. */
export const matrixOverlaps = (layout: Layout): Generator<MatrixOverlap> => withoutPauses(eachOverlap(layout));

const known = new WeakMap<Layout, Map<number, readonly ShadowedCell[]>>();

/** A row that never decides, with the rows that take its tickets; none where it decides something. Looked up once. */
export const shadowedRow = (layout: Layout, row: number): readonly ShadowedCell[] => outcomeOf(lookedUp(layout, row));

function* lookedUp(layout: Layout, row: number): Search<readonly ShadowedCell[]> {
  const rows = known.get(layout) ?? new Map<number, readonly ShadowedCell[]>();
  known.set(layout, rows);
  const found = rows.get(row) ?? (yield* shadowing(layout, row));
  rows.set(row, found);
  return found;
}

function* shadowing(layout: Layout, row: number): Search<readonly ShadowedCell[]> {
  const boxes = layout.byRow[row] ?? [];
  if (layout.tooIntricate.includes(row)) return [];
  const above = boxes.map(box => boxesIn(layout, meeting(layout, box)).filter(other => other.row < row));
  if (!(yield* areCovered(layout, boxes, way => above[way] ?? []))) return [];
  const [first] = boxes;
  const by = [...new Set(above.flat().map(other => other.row))].sort((one, other) => one - other);
  return [{ row, by, ...(first === undefined ? {} : { example: exampleOf(layout, first.sides, first) }) }];
}

/** {@link shadowedCells}, row after row; undefined now and then, so that who looks through a large matrix can pause. */
export function* eachShadowed(layout: Layout): Generator<readonly ShadowedCell[] | undefined> {
  for (const row of layout.byRow.keys()) yield yield* lookedUp(layout, row);
}

/** Cells that never decide, from the top. A cell that holds in too many ways to be looked at is left out. */
export const shadowedCells = (layout: Layout): readonly ShadowedCell[] =>
  [...withoutPauses(eachShadowed(layout))].flat();
