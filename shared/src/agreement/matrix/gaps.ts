import { holes, type Combinations } from './holes';
import { withoutPauses } from './pauses';
import { exampleOf, type ExampleTicket, type Layout } from './layout';
import type { Sides } from './rowIndex';

/** Combinations of a ticket's facts and a crossing for which no cell says anything. */
export interface MatrixGap {
  /** Values on each axis; the empty text stands for any that no cell mentions, or none. */
  readonly where: Combinations;
  /** How many combinations that are. */
  readonly size: number;
  readonly example: ExampleTicket;
}

/**
 * Combinations that nobody owns, one group after the other until none is left. Which way a ticket crosses does not
 * count: what no cell says of a crossing its boundary does. Neither do keywords and crossings so far, which only ever
 * add cells, so that a combination is owned for sure only without them. Undefined now and then, as a pause.
 */
export function* eachGap(layout: Layout): Generator<MatrixGap | undefined> {
  const always = layout.boxes.filter(({ phrases, bounces }) => phrases.length === 0 && bounces === 0);
  const axes = layout.axes.filter(({ axis }) => axis !== 'crossing');
  const rows = always.map(({ sides }) => sides);
  for (const where of holes(rows, axes)) {
    const sizes = axes.map(({ axis, values }) => (where?.[axis] ?? values).length);
    const size = sizes.reduce((all, count) => all * count, 1);
    yield where && { where, size, example: exampleOf(layout, where) };
  }
}

/** {@link eachGap} without the pauses. */
export const matrixGaps = (layout: Layout): Generator<MatrixGap> => withoutPauses(eachGap(layout));

/** The axes that a group of combinations limits, with their values: all a reader has to know of it. */
export const limitsOf = ({ axes, written }: Layout, { where }: MatrixGap): Sides =>
  Object.fromEntries(
    axes.flatMap(({ axis, values }) => {
      const these = where[axis] ?? values;
      return these.length === values.length ? [] : [[axis, these.map(value => written.get(axis)?.get(value) ?? value)]];
    }),
  );
