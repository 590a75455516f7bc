import type { FormFields } from '../../src/panel/protocol';
import type { FormView } from '../../src/panel/view';
import { useKit } from '../kit';
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
  const { label, value: before, hint } = viewOf(form, name);
  const value = valueOf(fields, name);
  const shared = {
    name: name.replace('.', '-'),
    label,
    value,
    error,
    hint,
    onChange: (v: string) => onChange(name, v),
  };
  const rows = rowsOf[name];
  if (name === 'reason' || name === 'receiver') return <Select {...shared} choices={form[name].choices} />;
  if (name === 'deadline') {
    // The hint speaks of the time that was filled in, not of another.
    const format = 'YYYY-MM-DD HH:mm, in your time';
    return (
      <div>
        <TextField {...shared} hint={value === before ? hint : format} />
        {value !== form.deadline.suggestion?.value && (
          <Suggestion form={form} onTake={taken => onChange('deadline', taken)} />
        )}
      </div>
    );
  }
  if (rows) return <TextArea {...shared} rows={rows} hasCursor={name === 'nextAction'} />;
  return (
    <TextField {...shared} isRequired={form.extra.some(extra => `extra.${extra.id}` === name && extra.isRequired)} />
  );
}

/** The nearest time inside the receiver's hours, one press away. */
function Suggestion({ form, onTake }: { readonly form: FormView; readonly onTake: (value: string) => void }) {
  const { Button } = useKit();
  const { suggestion } = form.deadline;
  if (!suggestion) return null;
  return (
    <div className="baton-suggestion">
      <Button label={suggestion.label} emphasis="default" onPress={() => onTake(suggestion.value)} />
    </div>
  );
}
