import type { FormFields } from '../../src/panel/protocol';
import type { FormView } from '../../src/panel/view';
import { secretWarning } from '../../src/panel/secrets';
import { useKit, type FieldProps } from '../kit';
import { valueOf, viewOf, type FieldKey } from './formFields';

interface FormFieldProps {
  readonly name: FieldKey;
  readonly form: FormView;
  readonly fields: FormFields;
  readonly error: string | undefined;
  readonly onChange: (key: FieldKey, value: string) => void;
}

const fewestRows: Readonly<Partial<Record<FieldKey, number>>> = {
  nextAction: 2,
  diagnosis: 2,
  actions: 3,
  evidence: 2,
};
const MOST_ROWS = 10;
/** What fits on a line of the narrowest panel. */
const LINE = 34;

/** Room for the text that is there, so that nothing prefilled is out of sight. */
function rowsFor(text: string, fewest: number): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);
  return Math.min(MOST_ROWS, Math.max(fewest, lines));
}

/** One field of the handoff, with the control that suits it. */
export function FormField({ name, form, fields, error, onChange }: FormFieldProps) {
  const { Select } = useKit();
  const { label, hint } = viewOf(form, name);
  const take = (taken: string): void => onChange(name, taken);
  const field = { name: name.replace('.', '-'), label, value: valueOf(fields, name), error, hint, onChange: take };
  if (name === 'reason' || name === 'receiver') return <Select {...field} choices={form[name].choices} />;
  if (name === 'deadline') return <Deadline form={form} field={field} />;
  return <Text name={name} form={form} field={field} />;
}

interface TextProps {
  readonly name: FieldKey;
  readonly form: FormView;
  readonly field: FieldProps;
}

function Text({ name, form, field }: TextProps) {
  const { TextArea, TextField } = useKit();
  const fewest = fewestRows[name];
  const checked = { ...field, warning: secretWarning(field.value) };
  if (!fewest) return <TextField {...checked} isRequired={isRequired(form, name)} />;
  return <TextArea {...checked} rows={rowsFor(field.value, fewest)} hasCursor={name === 'nextAction'} isRequired />;
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
