import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import {
  actOf,
  columns,
  inside,
  withAdded,
  withCell,
  withFieldText,
  withMoved,
  type Field,
  type Finding,
  type GridAct,
  type Names,
  type Place,
} from '../../../src/settings/matrix';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import type { Editor } from './useEditor';
import { ROW_HEIGHT, useWindow } from './useWindow';

interface GridProps {
  readonly draft: AgreementDocument;
  readonly at: Place;
  readonly turn: number;
  readonly isEditable: boolean;
  readonly editor: Editor;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly onGo: (to: Place) => void;
  /** Opens the form of the row one is in, at a part of it. */
  readonly onOpen: (part?: string) => void;
}

/** What is typed into a place of the table: undefined while nobody types. */
type Typing = { readonly typed?: string | undefined } | undefined;

const withTyped =
  (field: Field, row: number, typed: string, names: Names) =>
  (before: AgreementDocument): AgreementDocument | undefined => {
    const cell = before.matrix[row];
    return cell && { ...before, matrix: [...withCell(before.matrix, row, withFieldText(cell, field, typed, names))] };
  };

/** The table: only the rows that can be seen are drawn, so that a thousand are as quick as ten. */
export function Grid({ draft, at, turn, isEditable, editor, findings, onGo, onOpen }: GridProps) {
  const { matrix, boundaries } = draft;
  const [typing, setTyping] = useState<Typing>();
  const grid = useRef<HTMLDivElement>(null);
  const { shown, page, onScroll } = useWindow(grid, matrix.length, at.row);
  const { change, names, undo } = editor;
  const size = { rows: matrix.length, columns: columns.length, page };

  useLayoutEffect(() => {
    if (turn > 0) grid.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
  }, [turn]);
  useEffect(() => setTyping(undefined), [at.row, at.column]);

  /** Ends typing: keeps what was typed, if anything, and goes on to a place or leaves the focus where it is. */
  const leave = (typed: string | undefined, to?: Place): void => {
    const field = columns[at.column]?.field;
    if (typed !== undefined && field)
      change(`Changed ${field.label.toLowerCase()}`, withTyped(field, at.row, typed, names));
    setTyping(undefined);
    if (to) onGo(inside(to, size));
  };
  const edit = (typed?: string): void => {
    const column = columns[at.column];
    if (column?.field && isEditable) setTyping({ typed });
    else onOpen(column?.opens);
  };
  const acts: { readonly [Type in GridAct['type']]: (act: Extract<GridAct, { type: Type }>) => void } = {
    go: ({ to }) => onGo(to),
    edit: ({ typed }) => edit(typed),
    clear: () => isEditable && at.column > 0 && leave(''),
    undo,
    add: () => {
      change('Added a cell', before => ({ ...before, matrix: [...withAdded(before.matrix, at.row)] }));
      onGo({ ...at, row: at.row + 1 });
    },
    move: ({ by }) => {
      change('Moved a cell', before => ({ ...before, matrix: [...withMoved(before.matrix, at.row, by)] }));
      onGo(inside({ ...at, row: at.row + by }, size));
    },
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (typing !== undefined || matrix.length === 0) return;
    const act = actOf(event, at, size);
    if (act === undefined) return;
    event.preventDefault();
    (acts[act.type] as (act: GridAct) => void)(act);
  };

  return (
    <div className="baton-grid-region" ref={grid} onScroll={onScroll}>
      <table
        className="baton-matrix-table"
        role="grid"
        aria-label="Matrix"
        aria-rowcount={matrix.length + 2}
        aria-readonly={!isEditable}
        onKeyDown={onKeyDown}
      >
        <GridHead />
        <tbody role="rowgroup" style={{ height: matrix.length * ROW_HEIGHT }}>
          {shown.map(row => (
            <GridRow
              key={row}
              row={row}
              cell={matrix[row]!}
              boundaries={boundaries}
              names={names}
              findings={findings.get(matrix[row]!.id)}
              active={row === at.row ? at.column : -1}
              typing={row === at.row ? typing : undefined}
              onGo={onGo}
              {...(row === at.row ? { onEdit: edit, onLeave: leave } : {})}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
