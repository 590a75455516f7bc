import type { BoxSides } from './box';
import type { Axis } from './rowIndex';

/** An axis with every value on it, as they are compared; the empty text stands for all that nobody mentions. */
export interface FullAxis {
  readonly axis: Axis;
  readonly values: readonly string[];
}

/** Combinations that belong together: any of the values on each axis. */
export type Combinations = BoxSides;

interface Slice {
  readonly values: readonly string[];
  readonly covers: readonly Cover[];
}

/** What a row covers, and how deep in the walk its last limit comes. */
interface Cover {
  readonly row: number;
  readonly allowed: readonly (ReadonlySet<string> | undefined)[];
  readonly openFrom: number;
}

function coverOf(sides: BoxSides, row: number, axes: readonly FullAxis[]): Cover {
  const allowed = axes.map(({ axis }) => {
    const values = sides[axis];
    return values === undefined ? undefined : new Set(values);
  });
  const depths = allowed.map((values, depth) => (values === undefined ? 0 : depth + 1));
  return { row, allowed, openFrom: Math.max(0, ...depths) };
}

/** The values of one axis, those that the same rows cover together. */
function slices(covers: readonly Cover[], { values }: FullAxis, depth: number): readonly Slice[] {
  const bySame = new Map<string, { values: string[]; covers: readonly Cover[] }>();
  for (const value of values) {
    const under = covers.filter(({ allowed }) => allowed[depth]?.has(value) ?? true);
    const same = under.map(({ row }) => row).join();
    const slice = bySame.get(same) ?? { values: [], covers: under };
    slice.values.push(value);
    bySame.set(same, slice);
  }
  return [...bySame.values()];
}

/** So many rows are looked through between two pauses, roughly. */
const A_WHILE = 12;

function* walk(
  covers: readonly Cover[],
  axes: readonly FullAxis[],
  depth: number,
): Generator<Combinations | undefined> {
  if (covers.some(cover => cover.openFrom <= depth)) return;
  if (covers.length === 0 || depth === axes.length) yield openFrom(axes, depth);
  else yield* within(covers, axes, depth);
}

const openFrom = (axes: readonly FullAxis[], depth: number): Combinations =>
  Object.fromEntries(axes.slice(depth).map(({ axis, values }) => [axis, values]));

function* within(
  covers: readonly Cover[],
  axes: readonly FullAxis[],
  depth: number,
): Generator<Combinations | undefined> {
  const here = axes[depth]!;
  if (covers.length > A_WHILE) yield undefined;
  for (const { values, covers: under } of slices(covers, here, depth)) {
    for (const hole of walk(under, axes, depth + 1)) yield hole && { ...hole, [here.axis]: values };
  }
}

/**
 * Every combination of the axes that no row covers, each once, those that lie together as one; undefined now and then,
 * so that who searches long can pause. Axes that most rows limit come first, since what is open from there on needs no
 * look.
 */
export function holes(rows: readonly BoxSides[], axes: readonly FullAxis[]): Generator<Combinations | undefined> {
  const limits = (axis: Axis): number => rows.filter(sides => sides[axis] !== undefined).length;
  const ordered = [...axes].sort((one, other) => limits(other.axis) - limits(one.axis));
  const covers = rows.map((sides, row) => coverOf(sides, row, ordered));
  return walk(covers, ordered, 0);
}
