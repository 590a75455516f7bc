import { askedKeys, errorAt, passOf, sentFields, viewOf } from './formFields';
import { FormField } from './FormField';
import { FormSheet, type Opened } from './FormSheet';
import type { Face } from './panelState';
import { Room } from './Room';
import { Secrets } from './Secrets';

interface HandoffFormProps extends Opened {
  readonly face: Extract<Face, { name: 'form' }>;
}

/** The handoff: what must be done next comes first, who gets it last, since it is already filled in. */
export function HandoffForm({ face, ...opened }: HandoffFormProps) {
  const { problem, controls } = opened;
  const { form, fields } = face;
  const refused = problem?.kind === 'refused' ? problem.fields : {};
  const pass = passOf(form, fields);
  const { title, intro, privacy } = pass ?? form;
  const faults = askedKeys(form, fields).map(key => ({ key, error: errorAt(form, fields, key, refused) }));
  return (
    <FormSheet
      {...{ ...opened, title, intro, privacy }}
      boundary={pass ? undefined : form.boundary}
      sends={pass ? 'Pass on' : 'Offer handoff'}
      wrong={faults.flatMap(({ key, error }) => (error ? [`${viewOf(form, key).label}: ${error}`] : []))}
      fields={faults.map(({ key, error }) => (
        <FormField key={key} name={key} form={form} fields={fields} error={error} onChange={controls.type} />
      ))}
    >
      <Secrets form={form} fields={fields} />
      <Room fields={sentFields(form, fields)} limitBytes={form.limitBytes} />
    </FormSheet>
  );
}
