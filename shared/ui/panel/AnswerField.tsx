import type { ChoiceView, PanelView } from '../../src/panel/view';
import { secretWarning } from '../../src/panel/secrets';
import { useKit, type FieldProps } from '../kit';
import { onSubmitKeys } from './FormSheet';
import { MovedMeanwhile } from './MovedMeanwhile';
import type { DeclineCode, Face, Problem } from './panelState';
import { Trouble } from './Trouble';
import type { PanelControls } from './usePanel';

interface AnswerFieldProps {
  readonly face: Extract<Face, { name: 'answer' }>;
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly controls: PanelControls;
  readonly moved?: PanelView | undefined;
}

const becauses: readonly (ChoiceView & { readonly value: DeclineCode })[] = [
  { value: 'wrong-team', label: 'wrong team' },
  { value: 'wrong-party', label: 'wrong party' },
  { value: 'duplicate', label: 'duplicate' },
  { value: 'no-capacity', label: 'no capacity' },
  { value: 'other', label: 'something else' },
];

/** The one field a decline, a return, an answer or another deadline needs. */
export function AnswerField({ face, problem, isBusy, controls, moved }: AnswerFieldProps) {
  const { Button, Select } = useKit();
  const { action, text, code } = face;
  const { field, label, hint, choices, sends = 'Send' } = action.asks;
  const error = problem?.kind === 'refused' ? problem.fields[field] : undefined;
  return (
    <section className="baton-answer" aria-label={action.label} onKeyDown={onSubmitKeys(controls.submit)}>
      {moved && <MovedMeanwhile view={moved} />}
      <Trouble problem={problem} wrong={error ? [`${label}: ${error}`] : []} onRetry={controls.retry} />
      <h3 className="baton-strong">{action.label}</h3>
      <Asked
        name={field}
        label={label}
        hint={hint}
        error={error}
        value={text}
        choices={choices}
        onChange={typed => controls.type('text', typed)}
      />
      {action.act === 'decline' && (
        <Select
          name="because"
          label="Because"
          value={code}
          choices={becauses}
          onChange={chosen => controls.type('code', chosen)}
        />
      )}
      <div className="baton-actions">
        <Button label={sends} emphasis="primary" isBusy={isBusy} onPress={controls.submit} />
        <Button label="Cancel" emphasis="subtle" isDisabled={isBusy} onPress={controls.cancel} />
      </div>
    </section>
  );
}

interface AskedProps extends FieldProps {
  readonly choices: readonly ChoiceView[] | undefined;
}

/** What takes one line; anything else may be a sentence. */
const oneLine: ReadonlySet<string> = new Set(['deadline', 'reference', 'bridge']);

/** A time takes one line, a reason three; one of a few is chosen. */
function Asked({ choices, ...field }: AskedProps) {
  const { Select, TextArea, TextField } = useKit();
  if (choices) return <Select {...field} choices={choices} hasCursor />;
  if (oneLine.has(field.name)) return <TextField {...field} hasCursor isRequired />;
  return <TextArea {...field} warning={secretWarning(field.value)} rows={3} hasCursor isRequired />;
}
