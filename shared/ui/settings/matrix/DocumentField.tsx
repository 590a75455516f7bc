import { memo, useState } from 'react';
import { fieldText, withFieldText, type Field, type Finding, type Names } from '../../../src/settings/matrix';
import { useKit } from '../../kit';
import type { EditDocument } from './editDocument';
import { choicesOf } from './fieldChoices';

interface DocumentFieldProps {
  readonly document: unknown;
  readonly field: Field;
  readonly names: Names;
  /** Of the whole form; paths as the fields have them, from `at` on. */
  readonly findings: readonly Finding[];
  readonly onEdit: EditDocument;
  /** Where the field's document is inside the form's. */
  readonly at?: string;
}

const messageAt = (findings: readonly Finding[], path: string, kind: Finding['kind']): string | undefined =>
  findings.find(finding => finding.kind === kind && (finding.path === path || finding.path.startsWith(`${path}.`)))
    ?.text;

/** One field of a document, kept as it was typed as long as that says what the document says. */
export function DocumentField({ document, field, names, findings, onEdit, at }: DocumentFieldProps) {
  const path = at === undefined ? field.path : `${at}.${field.path}`;
  return (
    <TypedField
      field={field}
      path={path}
      text={fieldText(document, field, names)}
      names={names}
      error={messageAt(findings, path, 'mistake')}
      warning={messageAt(findings, path, 'advice')}
      onEdit={onEdit}
    />
  );
}

interface TypedFieldProps extends Pick<DocumentFieldProps, 'field' | 'names' | 'onEdit'> {
  readonly path: string;
  readonly text: string;
  readonly error: string | undefined;
  readonly warning: string | undefined;
}

/** Drawn anew only when something about it changes: a form has a hundred. */
const TypedField = memo(function TypedField({ field, path, text, names, error, warning, onEdit }: TypedFieldProps) {
  const { TextField, TextArea, Select } = useKit();
  const [typed, setTyped] = useState(text);
  const means = (said: string): string => fieldText(withFieldText({}, field, said, names), field, names);
  const choices = choicesOf(field, names);
  const shared = {
    name: path,
    label: field.label,
    hint: field.hint,
    error,
    warning,
    value: means(typed) === text ? typed : text,
    onChange: (said: string) => {
      setTyped(said);
      const inside = { ...field, path };
      onEdit(`Changed ${field.label.toLowerCase()}`, document => withFieldText(document, inside, said, names), path);
    },
  };
  if (choices) return <Select {...shared} choices={choices} />;
  return field.kind === 'prose' ? <TextArea {...shared} rows={3} /> : <TextField {...shared} />;
});
