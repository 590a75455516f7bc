import { comparable, hasPhrase } from '../condition';
import type { Agreement, TicketFacts } from '../schema';
import type { Crossing } from '../terms';
import { boxesOf, type Box, type BoxSides } from './box';
import type { Combinations, FullAxis } from './holes';
import { listsWithin } from './match';
import { outcomeOf } from './pauses';
import { indexingRows, type Axis, type RowIndex } from './rowIndex';

/** A ticket made up to show something, and where it crosses. */
export interface ExampleTicket {
  readonly facts: TicketFacts;
  readonly crossing: Crossing;
}

/** A box with the row of the matrix it comes from. */
export interface RowBox extends Box {
  readonly row: number;
}

/** A matrix laid out for questions about all tickets at once. */
export interface Layout {
  readonly boxes: readonly RowBox[];
  /** The same by row; none where a row's lines contradict each other. */
  readonly byRow: readonly (readonly RowBox[])[];
  readonly index: RowIndex;
  readonly axes: readonly FullAxis[];
  /** Values as the agreement writes them, by the form in which they are compared. */
  readonly written: ReadonlyMap<Axis, ReadonlyMap<string, string | number>>;
  /** Rows that hold in too many ways to be looked at. */
  readonly tooIntricate: readonly number[];
  /** A word that is in no keyword, to stand between two of them. */
  readonly between: string;
}

type Written = readonly (string | number)[];

const crossings: readonly Crossing[] = ['client>msp', 'msp>client'];

/** Values that are all there are; of every other axis a ticket may have one that nobody mentions, or none. */
const closed = ({ desks }: Agreement): Partial<Record<Axis, Written>> => ({
  workType: [desks.jira, desks.freshservice].flatMap(({ workTypes }) => Object.values(workTypes)),
  priority: [1, 2, 3, 4],
  crossing: crossings,
});

type ByAxis = ReadonlyMap<Axis, ReadonlyMap<string, string | number>>;

/** Each axis with its values by the form in which they are compared, as they are written first. */
function* valuesOn(agreement: Agreement): Generator<undefined, ByAxis> {
  const found = new Map<Axis, (string | number)[]>();
  for (const [axis, values] of Object.entries(closed(agreement))) found.set(axis as Axis, [...values]);
  for (const { when } of agreement.matrix) {
    yield undefined;
    for (const list of listsWithin(when)) {
      for (const [axis, values] of Object.entries(list) as [Axis, Written][]) {
        found.set(axis, found.get(axis) ?? ['']);
        found.get(axis)?.push(...values);
      }
    }
  }
  return new Map([...found].map(([axis, values]) => [axis, firstWritten(values)]));
}

function firstWritten(values: Written): ReadonlyMap<string, string | number> {
  const first = new Map<string, string | number>();
  for (const value of values) if (!first.has(comparable(value))) first.set(comparable(value), value);
  return first;
}

/** A side that allows all there is limits nothing. */
const limited = (sides: BoxSides, axes: readonly FullAxis[]): BoxSides =>
  Object.fromEntries(
    Object.entries(sides).filter(
      ([axis, allowed]) => allowed.length < (axes.find(full => full.axis === axis)?.values.length ?? Infinity),
    ),
  );

const wordBetween = (boxes: readonly Box[]): string => {
  const all = boxes.flatMap(({ phrases }) => phrases).join(' ');
  const words = ['and', 'then', 'with'];
  return words.find(word => !hasPhrase(all, word)) ?? 'x'.repeat(all.length + 1);
};

/** {@link layOut}, row after row, so that who lays a large matrix out can pause. */
export function* layingOut(agreement: Agreement): Generator<undefined, Layout> {
  const written = yield* valuesOn(agreement);
  const axes = [...written].map(([axis, values]) => ({ axis, values: [...values.keys()] }));
  const byRow: (readonly RowBox[])[] = [];
  const tooIntricate: number[] = [];
  for (const [row, cell] of agreement.matrix.entries()) {
    yield undefined;
    const ways = boxesOf(cell);
    if (ways === undefined) tooIntricate.push(row);
    byRow.push((ways ?? []).map(box => ({ ...box, sides: limited(box.sides, axes), row })));
  }
  const boxes = byRow.flat();
  const index = yield* indexingRows(boxes.map(({ sides }) => sides));
  return { boxes, byRow, index, axes, written, tooIntricate, between: wordBetween(boxes) };
}

/** Lays a matrix out once, for {@link matrixGaps} and the questions beside it. */
export const layOut = (agreement: Agreement): Layout => outcomeOf(layingOut(agreement));

/** The title of a ticket that has all of some phrases and no others. */
export const titleWith = ({ between }: Layout, phrases: readonly string[]): string =>
  [...new Set(phrases)].join(` ${between} `);

/** A ticket of some combinations: the first value on each axis, what nobody mentions left out. */
export function exampleOf(
  layout: Layout,
  within: Combinations,
  { phrases, bounces }: Pick<Box, 'phrases' | 'bounces'> = { phrases: [], bounces: 0 },
): ExampleTicket {
  const chosen = layout.axes.map(({ axis, values }) => {
    const [first = ''] = within[axis] ?? values;
    return [axis, layout.written.get(axis)?.get(first)] as const;
  });
  const { crossing, ...facts } = Object.fromEntries(chosen.filter(([, value]) => value !== '' && value !== undefined));
  const title = titleWith(layout, phrases);
  const told = { ...facts, ...(title === '' ? {} : { title }), ...(bounces === 0 ? {} : { bounces }) };
  return { facts: told as unknown as TicketFacts, crossing: crossing as Crossing };
}
