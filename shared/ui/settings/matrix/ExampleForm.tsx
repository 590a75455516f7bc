import { useCallback } from 'react';
import {
  exampleFields,
  exampleTicketFields,
  expecting,
  kept,
  type ExampleDocument,
} from '../../../src/settings/matrix';
import { DocumentField } from './DocumentField';
import type { EditDocument } from './editDocument';
import { ReadOnly } from './ReadOnly';
import type { Editor } from './useEditor';

interface ExampleFormProps {
  readonly test: ExampleDocument;
  readonly index: number;
  readonly isEditable: boolean;
  readonly editor: Editor;
}

const groups = [{ title: '', fields: [...exampleFields, ...exampleTicketFields] }];

/** One example: a ticket, and what is expected of it. */
export function ExampleForm({ test, index, isEditable, editor }: ExampleFormProps) {
  const { change, names } = editor;
  const edit = useCallback<EditDocument>(
    (what, made, place) =>
      change(
        what,
        before => ({
          ...before,
          tests: (before.tests ?? []).map((each, at) => (at === index ? kept(made(expecting(each)) as object) : each)),
        }),
        place && `tests.${index}.${place}`,
      ),
    [change, index],
  );
  if (!isEditable) return <ReadOnly document={test} groups={groups} names={names} />;
  return (
    <>
      <p className="baton-muted">Nothing expected means that no cell may decide.</p>
      <div className="baton-field-grid">
        {groups[0]!.fields.map(field => (
          <DocumentField
            key={field.path}
            document={expecting(test)}
            {...{ field, names }}
            findings={[]}
            onEdit={edit}
          />
        ))}
      </div>
    </>
  );
}
