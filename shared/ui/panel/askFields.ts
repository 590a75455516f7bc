import type { AskFormView } from '../../src/panel/view';

/** The short form's values by the names of its fields. */
export type AskFields = Readonly<Record<string, string>>;

/** The form as it arrived, with what was typed before on top: but for the time, which belongs to whoever is asked. */
export function askFieldsOf({ fields }: AskFormView, typed: AskFields): AskFields {
  const value = (name: string, filled: string): string => (name === 'deadline' ? filled : (typed[name] ?? filled));
  return Object.fromEntries(fields.map(field => [field.name, value(field.name, field.value)]));
}

/** What goes out: a time that nobody changed is left to the agreement. */
export function askFieldsSent({ fields: views }: AskFormView, fields: AskFields): AskFields {
  const filled = views.find(({ name }) => name === 'deadline')?.value;
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => name !== 'deadline' || value !== filled));
}
