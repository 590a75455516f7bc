import type { FormFields } from '../../src/panel/protocol';
import type { FieldView, FormView, PassView } from '../../src/panel/view';

/** Names a field of the form, and its error in a refusal; the agreement's own fields are `extra.<id>`. */
export type FieldKey = Exclude<keyof FormFields, 'extra'> | `extra.${string}`;

const own = ['receiver', 'reason', 'nextAction', 'deadline', 'diagnosis', 'actions', 'evidence'] as const;

const isExtra = (key: FieldKey): key is `extra.${string}` => key.startsWith('extra.');
const idOf = (key: `extra.${string}`): string => key.slice('extra.'.length);

/** The form as it arrived. */
export function fieldsOf(form: FormView): FormFields {
  const [receiver, reason, nextAction, deadline, diagnosis, actions, evidence] = own.map(key => form[key].value);
  const extra = Object.fromEntries(form.extra.map(({ id, value }) => [id, value]));
  return { receiver, reason, nextAction, deadline, diagnosis, actions, evidence, extra } as FormFields;
}

/** Every field of a form in the order it is read. */
export function keysOf(form: FormView): readonly FieldKey[] {
  const extra = form.extra.map(({ id }) => `extra.${id}` as const);
  return ['nextAction', 'deadline', 'diagnosis', 'actions', 'evidence', ...extra, 'reason', 'receiver'];
}

/** What the form says and asks for the receiver that is chosen now, where that is a team of the own party. */
export const passOf = (form: FormView, { receiver }: FormFields): PassView | undefined =>
  form.receiver.choices.find(({ value }) => value === receiver)?.pass;

const forPasses: readonly FieldKey[] = ['nextAction', 'deadline', 'reason', 'receiver'];

/** The fields that are asked now: a short pass leaves the rest of the packet out. */
export const askedKeys = (form: FormView, fields: FormFields): readonly FieldKey[] =>
  passOf(form, fields)?.asks === 'short' ? forPasses : keysOf(form);

/** What is sent: nothing that is not on the screen. */
export function sentFields(form: FormView, fields: FormFields): FormFields {
  const asked = askedKeys(form, fields);
  return keysOf(form).reduce((sent, key) => (asked.includes(key) ? sent : withValue(sent, key, '')), fields);
}

/** How a field is shown. */
export function viewOf(form: FormView, key: FieldKey): FieldView {
  if (!isExtra(key)) return form[key];
  return form.extra.find(({ id }) => id === idOf(key)) ?? { label: idOf(key), value: '' };
}

/** What is in a field. */
export function valueOf(fields: FormFields, key: FieldKey): string {
  return isExtra(key) ? (fields.extra?.[idOf(key)] ?? '') : fields[key];
}

/** The fields with one of them changed. */
export function withValue(fields: FormFields, key: FieldKey, value: string): FormFields {
  if (!isExtra(key)) return { ...fields, [key]: value };
  return { ...fields, extra: { ...fields.extra, [idOf(key)]: value } };
}

/** What the person changed of what was prefilled, so that a draft never brings back an old prefill. */
export function changesOf(form: FormView, fields: FormFields): Readonly<Record<string, string>> {
  const before = fieldsOf(form);
  const changed = keysOf(form).filter(key => valueOf(fields, key) !== valueOf(before, key));
  return Object.fromEntries(changed.map(key => [key, valueOf(fields, key)]));
}

/** The form's fields with a draft's changes on top; fields and choices that no longer exist are passed over. */
export function withChanges(form: FormView, changes: Readonly<Record<string, unknown>>): FormFields {
  return keysOf(form).reduce((fields, key) => {
    const value = changes[key];
    return typeof value === 'string' && isPossible(form, key, value) ? withValue(fields, key, value) : fields;
  }, fieldsOf(form));
}

function isPossible(form: FormView, key: FieldKey, value: string): boolean {
  if (key !== 'receiver' && key !== 'reason') return true;
  return form[key].choices.some(choice => choice.value === value);
}

/** UTF-8 bytes of all texts together. */
export function bytesOf(fields: FormFields): number {
  const texts = [fields.nextAction, fields.diagnosis, fields.actions, fields.evidence];
  const all = [...texts, ...Object.values(fields.extra ?? {})].join('');
  return new TextEncoder().encode(all).length;
}

/** The error at a field: the backend's last word on what is in it now. */
export function errorAt(
  form: FormView,
  fields: FormFields,
  key: FieldKey,
  refused: Readonly<Record<string, string>>,
): string | undefined {
  const said = refused[key] ?? (isExtra(key) ? refused[idOf(key)] : undefined);
  const view = viewOf(form, key);
  return said ?? (valueOf(fields, key) === view.value ? view.error : undefined);
}
