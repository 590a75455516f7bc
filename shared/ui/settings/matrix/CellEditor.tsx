import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { fieldText, type CellDocument, type Column, type Field, type Names } from '../../../src/settings/matrix';
import { choicesOf } from './fieldChoices';

interface CellEditorProps {
  readonly cell: CellDocument;
  readonly column: Column;
  readonly field: Field;
  /** The character with which somebody began; it stands in for what was there. */
  readonly began: string | undefined;
  readonly names: Names;
  /** With nothing typed all stays as it was; the focus goes so many columns on, or stays where it is by now. */
  readonly onLeave: (typed: string | undefined, by?: 0 | 1 | -1) => void;
}

/** One place of the table while somebody types in it: only it is drawn anew with each key. */
export function CellEditor({ cell, column, field, began, names, onLeave }: CellEditorProps) {
  const choices = choicesOf(field, names);
  const [typed, setTyped] = useState(
    choices ? fieldText(cell, field, names) : (began ?? fieldText(cell, field, names)),
  );
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    control.current?.focus();
    if (!choices && began === undefined) control.current?.select();
  }, []);

  const once = (act: () => void): void => {
    if (isDone.current) return;
    isDone.current = true;
    act();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter') once(() => onLeave(typed, 0));
    else if (event.key === 'Escape') once(() => onLeave(undefined, 0));
    else if (event.key === 'Tab') {
      event.preventDefault();
      once(() => onLeave(typed, event.shiftKey ? -1 : 1));
    }
  };
  const shared = {
    ref: control,
    'aria-label': `${column.label} of ${cell.name}`,
    value: typed,
    onKeyDown,
    onBlur: () => once(() => onLeave(typed)),
  };
  if (!choices) {
    return <input {...shared} className="baton-grid-field" onChange={event => setTyped(event.currentTarget.value)} />;
  }
  return (
    <select {...shared} className="baton-grid-field" onChange={event => setTyped(event.currentTarget.value)}>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
