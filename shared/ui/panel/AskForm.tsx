import { secretWarning } from '../../src/panel/secrets';
import type { AskFieldView } from '../../src/panel/view';
import { useKit } from '../kit';
import { FormSheet, type Opened } from './FormSheet';
import type { Face } from './panelState';
import { VendorCase } from './VendorCase';

interface AskFormProps extends Opened {
  readonly face: Extract<Face, { name: 'ask' }>;
}

/** Ask, Escalate or Raise: the one sentence that is needed first, the rest filled in. */
export function AskForm({ face, ...opened }: AskFormProps) {
  const { problem, controls } = opened;
  const { form, fields } = face;
  const { title, intro, warning, sends, privacy } = form;
  const refused = problem?.kind === 'refused' ? problem.fields : {};
  return (
    <FormSheet
      {...{ ...opened, title, intro, warning, sends, privacy }}
      wrong={form.fields.flatMap(({ name, label }) => (refused[name] ? [`${label}: ${refused[name]}`] : []))}
      fields={form.fields.map(field => (
        <AskField
          key={field.name}
          field={field}
          value={fields[field.name] ?? ''}
          error={refused[field.name]}
          onFill={value => controls.fill(field.name, value)}
        />
      ))}
    >
      {form.vendor && <VendorCase vendor={form.vendor} fields={fields} />}
    </FormSheet>
  );
}

interface AskFieldProps {
  readonly field: AskFieldView;
  readonly value: string;
  readonly error: string | undefined;
  readonly onFill: (value: string) => void;
}

/** One field with the control that suits it; the cursor is in the sentence that is needed. */
function AskField({ field, value, error, onFill }: AskFieldProps) {
  const { Select, TextArea, TextField } = useKit();
  const { name, label, hint, choices, rows, isRequired } = field;
  const wired = { name: `ask-${name.replace(/[^A-Za-z0-9]/g, '-')}`, label, hint, value, error, onChange: onFill };
  if (choices) return <Select {...wired} choices={choices} />;
  if (name === 'deadline') return <TextField {...wired} isRequired={isRequired} />;
  const written = { ...wired, isRequired, warning: secretWarning(value) };
  return rows ? (
    <TextArea {...written} rows={rows} hasCursor={name === 'question' || name === 'message'} />
  ) : (
    <TextField {...written} />
  );
}
