import { cellText, type Figure, type ReportCell, type ReportTable } from '../../../src/replay';

interface TableProps {
  readonly table: ReportTable;
  /** Asked for the cases behind a number. */
  readonly onFigure?: (figure: Figure, label: string) => void;
}

/** A table that scrolls by itself where it is wider than the page. */
export const Table = ({ table: { title, head, rows }, onFigure }: TableProps) => (
  <div className="baton-wide" tabIndex={0} role="group" aria-label={`${title}, table`}>
    <table className="baton-table">
      <thead>
        <tr>
          {head.map((name, index) =>
            name === '' ? (
              <td key={index} />
            ) : (
              <th key={index} scope="col">
                {name}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first = '', ...cells], row) => (
          <tr key={row}>
            <th scope="row">{cellText(first)}</th>
            {cells.map((cell, index) => (
              <td key={index}>
                <Cell cell={cell} of={`${cellText(first)}, ${head[index + 1] ?? ''}`} onFigure={onFigure} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

interface CellProps {
  readonly cell: ReportCell;
  readonly of: string;
  readonly onFigure: TableProps['onFigure'];
}

function Cell({ cell, of, onFigure }: CellProps) {
  if (typeof cell === 'string' || !onFigure) return <>{cellText(cell)}</>;
  return (
    <button
      type="button"
      className="baton-figure"
      aria-label={`${cell.text}: ${of}, show the tickets`}
      onClick={() => onFigure(cell.of, `${of}: ${cell.text}`)}
    >
      {cell.text}
    </button>
  );
}
