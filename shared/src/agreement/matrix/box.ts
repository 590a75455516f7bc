import type { Cell, Condition } from '../schema';
import { listsOf } from './match';
import type { Axis, Sides } from './rowIndex';
import { comparable } from '../condition';

/** Values on each axis that is limited, in the form in which they are compared. */
export type BoxSides = Readonly<Partial<Record<Axis, readonly string[]>>>;

/** One way in which a cell can hold: values on each axis it limits, and what the ticket's title and past must have. */
export interface Box {
  readonly sides: BoxSides;
  /** All of them stand in the title. */
  readonly phrases: readonly string[];
  /** At least so many crossings so far. */
  readonly bounces: number;
}

/** More ways than this in one cell nobody can check, people least of all. */
const mostWays = 200;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const product = (counts: readonly number[]): number => counts.reduce((total, count) => total * count, 1);

/** In how many ways a condition can hold, counted before any of them is written down. */
const waysOf = ({ keywords, all = [], any }: Condition): number =>
  product([keywords?.length ?? 1, ...all.map(waysOf), any === undefined ? 1 : sum(any.map(waysOf))]);

const compared = (sides: Sides): BoxSides =>
  Object.fromEntries(Object.entries(sides).map(([axis, values]) => [axis, [...new Set(values.map(comparable))]]));

const common = (one: BoxSides, other: BoxSides, axis: Axis): BoxSides[Axis] => {
  const [first, second] = [one[axis], other[axis]];
  if (first === undefined || second === undefined) return first ?? second;
  return first.filter(value => second.includes(value));
};

/** What both allow; undefined where they allow nothing together. */
function both(one: BoxSides, other: BoxSides): BoxSides | undefined {
  const axes = Object.keys({ ...one, ...other }) as Axis[];
  const sides = axes.map(axis => [axis, common(one, other, axis)] as const);
  return sides.some(([, allowed]) => allowed?.length === 0) ? undefined : Object.fromEntries(sides);
}

/** What holds in both boxes; none where no ticket is in both. */
export const joined = (one: Box, other: Box): readonly Box[] => {
  const sides = both(one.sides, other.sides);
  if (sides === undefined) return [];
  const phrases = [...one.phrases, ...other.phrases];
  return [{ sides, phrases, bounces: Math.max(one.bounces, other.bounces) }];
};

const everywhere: Box = { sides: {}, phrases: [], bounces: 0 };

function waysIn(when: Condition): readonly Box[] {
  const { keywords, bounces = 0, all = [], any } = when;
  const lines: readonly (readonly Box[])[] = [
    [{ ...everywhere, sides: compared(listsOf(when)), bounces }],
    ...(keywords === undefined ? [] : [keywords.map(phrase => ({ ...everywhere, phrases: [phrase] }))]),
    ...all.map(waysIn),
    ...(any === undefined ? [] : [any.flatMap(waysIn)]),
  ];
  return lines.reduce((ways, line) => ways.flatMap(way => line.flatMap(other => joined(way, other))), [everywhere]);
}

const known = new WeakMap<Cell, readonly Box[] | undefined>();

/** Every way in which a cell can hold, none where its lines contradict each other; undefined if they are too many. */
export function boxesOf(cell: Cell): readonly Box[] | undefined {
  if (!known.has(cell)) known.set(cell, boxesIn(cell));
  return known.get(cell);
}

function boxesIn(cell: Cell): readonly Box[] | undefined {
  if (waysOf(cell.when) > mostWays) return undefined;
  const side = cell.boundary === 'any' ? everywhere : { ...everywhere, sides: { crossing: [cell.boundary] } };
  return waysIn(cell.when).flatMap(way => joined(way, side));
}
