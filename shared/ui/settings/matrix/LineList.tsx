import { useCallback } from 'react';
import {
  fromLines,
  inLines,
  itemsAt,
  withItems,
  type Finding,
  type Lines,
  type Names,
} from '../../../src/settings/matrix';
import { useKit } from '../../kit';
import { DocumentField } from './DocumentField';
import type { EditDocument } from './editDocument';

interface LineListProps {
  readonly document: unknown;
  readonly list: Lines;
  readonly names: Names;
  readonly findings: readonly Finding[];
  readonly onEdit: EditDocument;
}

type Items = readonly unknown[];

const movedUp = (items: Items, index: number): Items => [
  ...items.slice(0, index - 1),
  ...items.slice(index, index + 1),
  ...items.slice(index - 1, index),
  ...items.slice(index + 1),
];

/** A list in a document: a line for each item, each can be moved and taken away. */
export function LineList({ document, list, names, findings, onEdit }: LineListProps) {
  const { Button } = useKit();
  const { path, label, hint, line, fields, blank } = list;
  const items = itemsAt(inLines(document, list), path);
  const editLines = useCallback<EditDocument>(
    (what, made, place) => onEdit(what, before => fromLines(made(inLines(before, list)), list), place),
    [onEdit, list],
  );
  const edit = (what: string, made: (items: Items) => Items): void =>
    editLines(`${what} a ${line}`, before => withItems(before, path, made(itemsAt(before, path))));
  return (
    <fieldset className="baton-line-list">
      <legend className="baton-strong">{label}</legend>
      {hint && <p className="baton-muted">{hint}</p>}
      {items.map((item, index) => (
        <div className="baton-line-item" key={index} role="group" aria-label={`${line} ${index + 1}`}>
          <div className="baton-field-grid">
            {fields.map(field => (
              <DocumentField
                key={field.path}
                document={item}
                at={`${path}.${index}`}
                {...{ field, names, findings }}
                onEdit={editLines}
              />
            ))}
          </div>
          <div className="baton-actions">
            <Button
              label={`Move ${line} ${index + 1} up`}
              emphasis="subtle"
              isDisabled={index === 0}
              onPress={() => edit('Moved', all => movedUp(all, index))}
            />
            <Button
              label={`Remove ${line} ${index + 1}`}
              emphasis="subtle"
              onPress={() => edit('Removed', all => all.filter((_, at) => at !== index))}
            />
          </div>
        </div>
      ))}
      <div className="baton-actions">
        <Button label={`Add a ${line}`} emphasis="default" onPress={() => edit('Added', all => [...all, blank])} />
      </div>
    </fieldset>
  );
}
