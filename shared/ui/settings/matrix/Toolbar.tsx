import { withAdded, withCloned, withMoved, withRemoved, type Place, type Rows } from '../../../src/settings/matrix';
import { useKit } from '../../kit';
import type { Editor } from './useEditor';

interface ToolbarProps {
  readonly rows: Rows;
  readonly at: Place;
  readonly editor: Editor;
  readonly onGo: (to: Place) => void;
  /** The same without the focus, so that a button can be pressed again. */
  readonly onPlace: (to: Place) => void;
}

/** What can be done with the row one is in; each can be undone. */
export function Toolbar({ rows, at, editor, onGo, onPlace }: ToolbarProps) {
  const { Button } = useKit();
  const { change, undo, last } = editor;
  const called = `“${rows[at.row]?.name ?? ''}”`;
  const edit = (what: string, made: (all: Rows) => Rows): void =>
    change(what, draft => ({ ...draft, matrix: [...made(draft.matrix)] }));
  const act = (what: string, made: (all: Rows) => Rows, row: number): void => {
    edit(what, made);
    onGo({ ...at, row: Math.max(0, row) });
  };
  const move = (by: number, way: string): void => {
    edit(`Moved ${called} ${way}`, all => withMoved(all, at.row, by));
    onPlace({ ...at, row: at.row + by });
  };
  return (
    <div className="baton-actions" role="group" aria-label="Row">
      <Button
        label="Add below"
        emphasis="default"
        onPress={() => act('Added a cell', all => withAdded(all, at.row), at.row + 1)}
      />
      <Button
        label="Copy"
        emphasis="default"
        onPress={() => act(`Copied ${called}`, all => withCloned(all, at.row), at.row)}
      />
      <Button label="Move up" emphasis="default" isDisabled={at.row === 0} onPress={() => move(-1, 'up')} />
      <Button
        label="Move down"
        emphasis="default"
        isDisabled={at.row >= rows.length - 1}
        onPress={() => move(1, 'down')}
      />
      <Button
        label="Remove"
        emphasis="default"
        isDisabled={rows.length === 0}
        onPress={() => act(`Removed ${called}`, all => withRemoved(all, at.row), Math.min(at.row, rows.length - 2))}
      />
      <Button label="Undo" emphasis="subtle" isDisabled={last === undefined} onPress={undo} />
    </div>
  );
}
