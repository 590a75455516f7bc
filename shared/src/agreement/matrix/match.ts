import { findings, isMet, listedFacts, notListed, type ListedFact } from '../condition';
import { decidingCells } from '../overlays';
import type { Agreement, Cell, Condition, TicketFacts } from '../schema';
import type { Crossing } from '../terms';
import { hasRow, indexRows, rowsAllowing, type Axis, type RowIndex, type RowSet, type Sides } from './rowIndex';

/** The cell that decides, and why it does. */
export interface CellMatch {
  readonly cell: Cell;
  /** Row of the matrix, from 0; where an overlay changed it, of what it changed. */
  readonly row: number;
  /** One sentence per line of its condition: "priority is 1". */
  readonly why: readonly string[];
}

/** A row above the deciding one and the first line of its condition that does not hold. */
export interface PassedOver {
  readonly cell: string;
  /** The overlay by which it would have been another; absent for the agreement's own. */
  readonly overlay?: string;
  readonly row: number;
  readonly why: string;
}

/** A matrix laid out for looking tickets up. */
interface CompiledMatrix {
  readonly index: RowIndex;
  /** What of a condition needs the ticket's text or its past, by row; undefined where nothing does. */
  readonly rest: readonly (Condition | undefined)[];
}

/** The lists a condition has of its own, those inside its `all` and `any` apart. */
export const listsOf = (when: Condition): Partial<Pick<Condition, ListedFact>> =>
  Object.fromEntries(listedFacts.flatMap(fact => (when[fact] === undefined ? [] : [[fact, when[fact]]])));

/** The lists of a condition and of all inside it. */
export const listsWithin = (when: Condition): readonly ReturnType<typeof listsOf>[] => [
  listsOf(when),
  ...[...(when.all ?? []), ...(when.any ?? [])].flatMap(listsWithin),
];

/** What a cell allows on each axis, the lists inside `all` and `any` apart. */
export const sidesOf = ({ boundary, when }: Cell): Sides => ({
  ...(boundary === 'any' ? {} : { crossing: [boundary] }),
  ...listsOf(when),
});

function restOf({ keywords, bounces, all, any }: Condition): Condition | undefined {
  const rest = Object.entries({ keywords, bounces, all, any }).filter(([, value]) => value !== undefined);
  return rest.length === 0 ? undefined : (Object.fromEntries(rest) as Condition);
}

const compiled = new WeakMap<readonly Cell[], CompiledMatrix>();

/** Laid out once for each matrix: an agreement is asked often and never changes. */
function compile(cells: readonly Cell[]): CompiledMatrix {
  const known = compiled.get(cells);
  if (known !== undefined) return known;
  const matrix = { index: indexRows(cells.map(sidesOf)), rest: cells.map(({ when }) => restOf(when)) };
  compiled.set(cells, matrix);
  return matrix;
}

interface Allowing {
  readonly axis: Axis;
  readonly rows: RowSet;
}

/** For each axis the rows that allow what the ticket has there; without a crossing each of them will do. */
function allowing({ axes }: RowIndex, facts: TicketFacts, crossing?: Crossing): readonly Allowing[] {
  return axes
    .filter(({ axis }) => axis !== 'crossing' || crossing !== undefined)
    .map(index => {
      const { axis } = index;
      return { axis, rows: rowsAllowing(index, axis === 'crossing' ? crossing : facts[axis]) };
    });
}

const restHolds = (rest: Condition | undefined, facts: TicketFacts): boolean =>
  rest === undefined || isMet(findings(rest, facts));

/** The first row of one word of the sets for which everything holds. */
function firstOf({ rest }: CompiledMatrix, word: number, alive: number, facts: TicketFacts): number | undefined {
  for (let left = alive; left !== 0; left &= left - 1) {
    const row = (word << 5) + 31 - Math.clz32(left & -left);
    if (restHolds(rest[row], facts)) return row;
  }
  return undefined;
}

function firstRow(matrix: CompiledMatrix, facts: TicketFacts, allowed: readonly Allowing[]): number | undefined {
  const { every } = matrix.index;
  for (let word = 0; word < every.length; word += 1) {
    let alive = every[word] ?? 0;
    for (const { rows } of allowed) alive &= rows[word] ?? 0;
    const row = firstOf(matrix, word, alive, facts);
    if (row !== undefined) return row;
  }
  return undefined;
}

/** The first cell from the top that holds for a ticket and, where one is named, serves the crossing. */
export function firstMatch(cells: readonly Cell[], facts: TicketFacts, crossing?: Crossing): Cell | undefined {
  const matrix = compile(cells);
  const row = firstRow(matrix, facts, allowing(matrix.index, facts, crossing));
  return row === undefined ? undefined : cells[row];
}

const rowOf = ({ matrix }: Agreement, { id }: Cell): number => matrix.findIndex(cell => cell.id === id);

/**
 * Looks a ticket up in the matrix: top down, the first cell that matches decides (design: hit policy).
 *
 * @example
 * matchCell(agreement, { workType: 'incident', priority: 1 }, 'client>msp')?.why
 * //=> ['work type is incident', 'priority is 1']
 */
export function matchCell(agreement: Agreement, facts: TicketFacts, crossing?: Crossing): CellMatch | undefined {
  const cell = firstMatch(decidingCells(agreement), facts, crossing);
  if (cell === undefined) return undefined;
  const why = findings(cell.when, facts).map(({ sentence }) => sentence);
  return { cell, row: rowOf(agreement, cell), why: why.length > 0 ? why : ['it holds for every ticket'] };
}

const reasonAgainst = ({ boundary, when }: Cell, axis: Axis | undefined, facts: TicketFacts): string => {
  if (axis === 'crossing') return `it is about ${boundary}`;
  if (axis !== undefined) return notListed(axis, when[axis] ?? [], facts);
  return findings(when, facts).find(({ holds }) => !holds)?.sentence ?? '';
};

/** The cells above the deciding one (all if none decides), each with the reason it was passed over. */
export function passedOver(agreement: Agreement, facts: TicketFacts, crossing?: Crossing): readonly PassedOver[] {
  const cells = decidingCells(agreement);
  const laidOut = compile(cells);
  const allowed = allowing(laidOut.index, facts, crossing);
  const decided = firstRow(laidOut, facts, allowed) ?? cells.length;
  return cells.slice(0, decided).map((cell, place) => {
    const against = allowed.find(({ rows }) => !hasRow(rows, place));
    const why = reasonAgainst(cell, against?.axis, facts);
    const overlay = cell.overlay === undefined ? {} : { overlay: cell.overlay };
    return { cell: cell.id, ...overlay, row: rowOf(agreement, cell), why };
  });
}
