import { memo } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import {
  columns,
  shownIn,
  type CellDocument,
  type Column,
  type Finding,
  type Names,
  type Place,
} from '../../../src/settings/matrix';
import { CellEditor } from './CellEditor';

interface GridRowProps {
  readonly row: number;
  readonly cell: CellDocument;
  readonly boundaries: AgreementDocument['boundaries'];
  readonly names: Names;
  readonly findings: readonly Finding[] | undefined;
  /** The column one is in, if it is in this row; -1 otherwise. */
  readonly active: number;
  readonly typing: { readonly typed?: string | undefined } | undefined;
  readonly onGo: (to: Place) => void;
  /** Both only in the row one is in. */
  readonly onEdit?: () => void;
  readonly onLeave?: (typed: string | undefined, to?: Place) => void;
}

/** One cell of the agreement. */
export const GridRow = memo(function GridRow({ row, cell, findings, active, typing, onGo, ...shared }: GridRowProps) {
  const { onEdit, onLeave, ...text } = shared;
  const press = (column: number): void => {
    if (column !== active) onGo({ row, column });
    else if (!typing) onEdit?.();
  };
  return (
    <tr
      role="row"
      aria-rowindex={row + 3}
      style={{ top: `calc(${row} * var(--baton-row))` }}
      data-active={active !== -1}
    >
      {columns.map((column, index) => (
        <td
          key={column.key}
          role="gridcell"
          tabIndex={index === active ? 0 : -1}
          data-column={column.key}
          onClick={() => press(index)}
        >
          {index === active && typing && column.field ? (
            <CellEditor
              cell={cell}
              column={column}
              field={column.field}
              began={typing.typed}
              names={text.names}
              onLeave={(typed, by) => onLeave?.(typed, by === undefined ? undefined : { row, column: index + by })}
            />
          ) : (
            <Text {...{ cell, row, column, findings }} {...text} />
          )}
        </td>
      ))}
    </tr>
  );
});

type TextProps = Pick<GridRowProps, 'cell' | 'row' | 'findings' | 'boundaries' | 'names'> & { readonly column: Column };

function Text({ cell, row, column, findings, boundaries, names }: TextProps) {
  const { text, isInherited } = shownIn(cell, column, boundaries, names);
  if (column.key === 'name') {
    return (
      <span className="baton-grid-name">
        <span className="baton-muted">{row + 1} </span>
        {text}
        <Marks findings={findings} />
      </span>
    );
  }
  return (
    <span className={isInherited ? 'baton-grid-inherited' : 'baton-grid-text'}>
      {text || '–'}
      {isInherited && <span className="baton-unseen"> (inherited)</span>}
    </span>
  );
}

/** How much there is to mend or to look at; told in full below the table. */
function Marks({ findings = [] }: Pick<GridRowProps, 'findings'>) {
  const mistakes = findings.filter(({ kind }) => kind === 'mistake').length;
  const advice = findings.length - mistakes;
  return (
    <>
      {mistakes > 0 && <span className="baton-grid-mark" data-kind="mistake">{` ✕ ${mistakes} to correct`}</span>}
      {advice > 0 && <span className="baton-grid-mark" data-kind="advice">{` ⚠ ${advice} to look at`}</span>}
    </>
  );
}
