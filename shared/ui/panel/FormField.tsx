import type { FormFields } from '../../src/panel/protocol';
import type { FormView } from '../../src/panel/view';
import { useKit, type FieldProps } from '../kit';
import { valueOf, viewOf, type FieldKey } from './formFields';

interface FormFieldProps {
  readonly name: FieldKey;
  readonly form: FormView;
  readonly fields: FormFields;
  readonly error: string | undefined;
  readonly onChange: (key: FieldKey, value: string) => void;
}

const rowsOf: Readonly<Partial<Record<FieldKey, number>>> = { nextAction: 2, diagnosis: 2, actions: 3, evidence: 2 };

/** One field of the handoff, with the control that suits it. */
export function FormField({ name, form, fields, error, onChange }: FormFieldProps) {
  const { TextArea, TextField, Select } = useKit();
  const { label, hint } = viewOf(form, name);
  const value = valueOf(fields, name);
  const take = (taken: string): void => onChange(name, taken);
  const shared = { name: name.replace('.', '-'), label, value, error, hint, onChange: take };
  if (name === 'reason' || name === 'receiver') return <Select {...shared} choices={form[name].choices} />;
  if (name === 'deadline') return <Deadline form={form} field={shared} />;
  const rows = rowsOf[name];
  if (rows) return <TextArea {...shared} rows={rows} hasCursor={name === 'nextAction'} />;
  return <TextField {...shared} isRequired={isRequired(form, name)} />;
}

const isRequired = (form: FormView, name: FieldKey): boolean =>
  form.extra.some(extra => `extra.${extra.id}` === name && extra.isRequired);

const FORMAT = 'YYYY-MM-DD HH:mm, in your time';

/** The hint speaks of the time that was filled in, not of another. */
function Deadline({ form, field }: { readonly form: FormView; readonly field: FieldProps }) {
  const { TextField } = useKit();
  const { value, hint, suggestion } = form.deadline;
  return (
    <div>
      <TextField {...field} hint={field.value === value ? hint : FORMAT} />
      {suggestion && field.value !== suggestion.value && <Suggestion {...suggestion} onTake={field.onChange} />}
    </div>
  );
}

interface SuggestionProps {
  readonly label: string;
  readonly value: string;
  readonly onTake: (value: string) => void;
}

/** The nearest time inside the receiver's hours, one press away. */
function Suggestion({ label, value, onTake }: SuggestionProps) {
  const { Button } = useKit();
  return (
    <div className="baton-suggestion">
      <Button label={label} emphasis="default" onPress={() => onTake(value)} />
    </div>
  );
}
