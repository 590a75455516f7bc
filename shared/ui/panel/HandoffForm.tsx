import type { KeyboardEvent } from 'react';
import type { FormView, PanelView, PassView } from '../../src/panel/view';
import { useKit } from '../kit';
import { askedKeys, errorAt, passOf, sentFields, viewOf } from './formFields';
import { FormField } from './FormField';
import { MovedMeanwhile } from './MovedMeanwhile';
import type { Face, Problem } from './panelState';
import { Room } from './Room';
import { Secrets } from './Secrets';
import { Trouble } from './Trouble';
import type { PanelControls } from './usePanel';

interface HandoffFormProps {
  readonly face: Extract<Face, { name: 'form' }>;
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly controls: PanelControls;
  /** The panel as it is now, where it has moved since the form was opened. */
  readonly moved?: PanelView | undefined;
}

/** The handoff: what must be done next comes first, who gets it last, since it is already filled in. */
export function HandoffForm({ face, problem, isBusy, controls, moved }: HandoffFormProps) {
  const { Button } = useKit();
  const { form, fields } = face;
  const refused = problem?.kind === 'refused' ? problem.fields : {};
  const pass = passOf(form, fields);
  const faults = askedKeys(form, fields).map(key => ({ key, error: errorAt(form, fields, key, refused) }));
  const wrong = faults.flatMap(({ key, error }) => (error ? [`${viewOf(form, key).label}: ${error}`] : []));
  return (
    <div className="baton-form" role="group" aria-labelledby="baton-form" onKeyDown={onSubmitKeys(controls.submit)}>
      <Purpose form={form} pass={pass} />
      {moved && <MovedMeanwhile view={moved} />}
      <Trouble problem={problem} wrong={wrong} onRetry={controls.retry} />
      <div className="baton-fields" onBlur={controls.leaveField}>
        {faults.map(({ key, error }) => (
          <FormField key={key} name={key} form={form} fields={fields} error={error} onChange={controls.type} />
        ))}
      </div>
      <Secrets form={form} fields={fields} />
      <Room fields={sentFields(form, fields)} limitBytes={form.limitBytes} />
      <p className="baton-privacy">{(pass ?? form).privacy}</p>
      <div className="baton-actions">
        <Button
          label={pass ? 'Pass on' : 'Offer handoff'}
          emphasis="primary"
          isBusy={isBusy}
          onPress={controls.submit}
        />
        <Button label="Cancel" emphasis="subtle" isDisabled={isBusy} onPress={controls.cancel} />
        <span className="baton-keys" aria-hidden="true">
          Ctrl + Enter
        </span>
      </div>
    </div>
  );
}

interface PurposeProps {
  readonly form: FormView;
  readonly pass: PassView | undefined;
}

/** Where it goes, who is there, and what this boundary is for. */
function Purpose({ form, pass }: PurposeProps) {
  const { title, intro } = pass ?? form;
  return (
    <>
      <h2 className="baton-headline" id="baton-form">
        {title}
      </h2>
      <p className="baton-muted">{intro}</p>
      {!pass && form.boundary && <p className="baton-boundary">{form.boundary}</p>}
    </>
  );
}

/** Ctrl or Cmd with Enter sends. */
export function onSubmitKeys(submit: () => void): (event: KeyboardEvent) => void {
  return event => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
}
