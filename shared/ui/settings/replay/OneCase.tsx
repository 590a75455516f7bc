import { autopsyTables, costliestText, type Autopsy } from '../../../src/replay';
import { instantText } from '../../../src/time';
import { Table } from './Table';

/** Why one ticket took as long as it did. */
export function OneCase({ autopsy }: { readonly autopsy: Autopsy | undefined }) {
  if (!autopsy)
    return <p className="baton-muted">No agreement was held against it, or none of its cells governs it.</p>;
  const { cell, breachedAt, costliest, rule } = autopsy;
  return (
    <div className="baton-one-case">
      <p>
        Cell {cell}. {breachedAt === undefined ? 'It was not late.' : `Late from ${instantText(breachedAt)}. ${rule}`}
      </p>
      {costliest && <p>{costliestText(costliest)}</p>}
      {autopsyTables(autopsy).map(table => table.rows.length > 0 && <Table key={table.title} table={table} />)}
    </div>
  );
}
