import { touching, type Agreement, type Touch } from '../agreement';
import { promisedTicket, type ListedRow, type ListedRows } from '../ledger';
import type { TouchedView } from './deskTickets';

type Looked = Touch | 'earlier';

const open: ReadonlySet<ListedRow['row']['stage']> = new Set(['held', 'offered', 'stalemate'] as const);

const countOf = (looked: readonly Looked[], what: Looked): number => looked.filter(each => each === what).length;

/** The touched ones by the name of their cell, most first. */
function byCell({ matrix }: Agreement, ids: readonly string[]): TouchedView['cells'] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ name: matrix.find(cell => cell.id === id)?.name ?? id, count }))
    .sort((one, other) => other.count - one.count);
}

/** Counts the open escalations that a changed agreement is about, by what the lists keep of each. */
export function countTouched(before: Agreement, after: Agreement, { rows, isAll }: ListedRows): TouchedView {
  const touch = touching(before, after);
  const judged = rows
    .filter(({ row }) => open.has(row.stage))
    .map(({ row: { promised, priority } }): readonly [Looked, string] => {
      if (promised === undefined) return ['untold', ''];
      if (promised.version !== before.version) return ['earlier', ''];
      return [touch(promisedTicket(promised, priority)), promised.cell];
    });
  const looked = judged.map(([what]) => what);
  return {
    touched: countOf(looked, 'touched'),
    untold: countOf(looked, 'untold'),
    earlier: countOf(looked, 'earlier'),
    looked: looked.length,
    isAll,
    cells: byCell(
      before,
      judged.flatMap(([what, cell]) => (what === 'touched' ? [cell] : [])),
    ),
  };
}
