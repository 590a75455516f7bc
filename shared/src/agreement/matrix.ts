import { findings, isMet } from './condition';
import type { Agreement, Cell, TicketFacts } from './schema';
import type { Crossing } from './terms';

/** The cell that decides, and why it does. */
export interface CellMatch {
  readonly cell: Cell;
  /** Row of the matrix, from 0. */
  readonly row: number;
  /** One sentence per line of its condition: "priority is 1". */
  readonly why: readonly string[];
}

/** A row above the deciding one and the first line of its condition that does not hold. */
export interface PassedOver {
  readonly cell: string;
  readonly row: number;
  readonly why: string;
}

/** Whether a cell speaks about a crossing; without one, every cell does. */
const servesCrossing = (cell: Cell, crossing?: Crossing): boolean =>
  crossing === undefined || cell.boundary === 'any' || cell.boundary === crossing;

/** The first cell from the top that holds for a ticket and, where one is named, serves the crossing. */
export const firstMatch = (cells: readonly Cell[], facts: TicketFacts, crossing?: Crossing): Cell | undefined =>
  cells.find(cell => servesCrossing(cell, crossing) && isMet(findings(cell.when, facts)));

/**
 * Looks a ticket up in the matrix: top down, the first cell that matches decides (design: hit policy).
 *
 * @example
 * matchCell(agreement, { workType: 'incident', priority: 1 }, 'client>msp')?.why
 * //=> ['work type is incident', 'priority is 1']
 */
export function matchCell(agreement: Agreement, facts: TicketFacts, crossing?: Crossing): CellMatch | undefined {
  const cell = firstMatch(agreement.matrix, facts, crossing);
  if (cell === undefined) return undefined;
  const why = findings(cell.when, facts).map(({ sentence }) => sentence);
  return { cell, row: agreement.matrix.indexOf(cell), why: why.length > 0 ? why : ['it holds for every ticket'] };
}

const reasonAgainst = (cell: Cell, facts: TicketFacts, crossing?: Crossing): string => {
  if (!servesCrossing(cell, crossing)) return `it is about ${cell.boundary}`;
  return findings(cell.when, facts).find(({ holds }) => !holds)?.sentence ?? '';
};

/** The rows above the deciding one (all rows if none decides), each with the reason it was passed over. */
export function passedOver(agreement: Agreement, facts: TicketFacts, crossing?: Crossing): readonly PassedOver[] {
  const decided = matchCell(agreement, facts, crossing)?.row ?? agreement.matrix.length;
  return agreement.matrix
    .slice(0, decided)
    .map((cell, row) => ({ cell: cell.id, row, why: reasonAgainst(cell, facts, crossing) }));
}
