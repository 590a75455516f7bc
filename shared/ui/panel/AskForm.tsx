import { secretWarning } from '../../src/panel/secrets';
import type { AskFieldView, PanelView } from '../../src/panel/view';
import { useKit } from '../kit';
import { onSubmitKeys } from './HandoffForm';
import { MovedMeanwhile } from './MovedMeanwhile';
import type { Face, Problem } from './panelState';
import { Trouble } from './Trouble';
import type { PanelControls } from './usePanel';
import { VendorCase } from './VendorCase';

interface AskFormProps {
  readonly face: Extract<Face, { name: 'ask' }>;
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly controls: PanelControls;
  /** The panel as it is now, where it has moved since the form was opened. */
  readonly moved?: PanelView | undefined;
}

/** Ask, Escalate or Raise: the one sentence that is needed first, the rest filled in. */
export function AskForm({ face, problem, isBusy, controls, moved }: AskFormProps) {
  const { Button } = useKit();
  const { form, fields } = face;
  const refused = problem?.kind === 'refused' ? problem.fields : {};
  const wrong = form.fields.flatMap(({ name, label }) => (refused[name] ? [`${label}: ${refused[name]}`] : []));
  return (
    <div className="baton-form" role="group" aria-labelledby="baton-form" onKeyDown={onSubmitKeys(controls.submit)}>
      <h2 className="baton-headline" id="baton-form">
        {form.title}
      </h2>
      <p className="baton-muted">{form.intro}</p>
      {moved && <MovedMeanwhile view={moved} />}
      <Trouble problem={problem} wrong={wrong} onRetry={controls.retry} />
      <div className="baton-fields">
        {form.fields.map(field => (
          <AskField
            key={field.name}
            field={field}
            value={fields[field.name] ?? ''}
            error={refused[field.name]}
            onFill={value => controls.fill(field.name, value)}
          />
        ))}
      </div>
      {form.vendor && <VendorCase vendor={form.vendor} fields={fields} />}
      <p className="baton-privacy">{form.privacy}</p>
      <div className="baton-actions">
        <Button label={form.sends} emphasis="primary" isBusy={isBusy} onPress={controls.submit} />
        <Button label="Cancel" emphasis="subtle" isDisabled={isBusy} onPress={controls.cancel} />
        <span className="baton-keys" aria-hidden="true">
          Ctrl + Enter
        </span>
      </div>
    </div>
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
  return rows ? <TextArea {...written} rows={rows} hasCursor={name === 'question'} /> : <TextField {...written} />;
}
