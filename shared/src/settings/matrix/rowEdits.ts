import type { CellDocument } from './field';

/** The matrix as the document writes it. */
export type Rows = readonly CellDocument[];

const isTaken = (rows: Rows, id: string): boolean => rows.some(row => row.id === id);

/** A short name that no row has yet: the one given, or with the next number behind it. */
function freeId(rows: Rows, wanted: string): string {
  const base = wanted.replace(/-\d+$/, '').slice(0, 58);
  let number = 2;
  while (isTaken(rows, `${base}-${number}`)) number += 1;
  return isTaken(rows, wanted) ? `${base}-${number}` : wanted;
}

const inserted = (rows: Rows, row: number, cell: CellDocument): Rows => [
  ...rows.slice(0, row),
  cell,
  ...rows.slice(row),
];

/** A new row below one; it holds for every ticket until it says when. */
export const withAdded = (rows: Rows, below: number): Rows =>
  inserted(rows, below + 1, { id: freeId(rows, 'cell'), name: 'New cell', when: {}, targets: { resolve: '8h' } });

/** A copy of a row above it, where it can be an exception to it. */
export const withCloned = (rows: Rows, row: number): Rows =>
  rows.slice(row, row + 1).reduce<Rows>((all, cell) => {
    const copy = { ...cell, id: freeId(rows, cell.id), name: `${cell.name} (copy)`.slice(0, 120) };
    return inserted(all, row, copy);
  }, rows);

/** Without a row. */
export const withRemoved = (rows: Rows, row: number): Rows => rows.filter((_, at) => at !== row);

/** A row moved by so many places, down if positive; at either end it stays. */
export function withMoved(rows: Rows, row: number, by: number): Rows {
  const to = row + by;
  const [cell] = rows.slice(row, row + 1);
  return cell === undefined || to < 0 || to >= rows.length ? rows : inserted(withRemoved(rows, row), to, cell);
}

/** With another cell in a row. */
export const withCell = (rows: Rows, row: number, cell: CellDocument): Rows =>
  rows.map((each, at) => (at === row ? cell : each));
