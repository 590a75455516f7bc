import type { AskFormView } from '../../src/panel/view';

/** The short form's values by the names of its fields. */
export type AskFields = Readonly<Record<string, string>>;

/** What another choice fills anew: the time of whoever is asked, and the text that was chosen. */
const refilled = ['deadline', 'message'];

/** The form as it arrived, with what was typed before on top, but for what the choice filled anew. */
export function askFieldsOf({ fields }: AskFormView, typed: AskFields): AskFields {
  const value = (name: string, filled: string): string => (refilled.includes(name) ? filled : (typed[name] ?? filled));
  return Object.fromEntries(fields.map(field => [field.name, value(field.name, field.value)]));
}

/** What is asked of others is due when the agreement says, unless somebody says otherwise. */
const isAgreed = ({ verb }: AskFormView): boolean => verb === 'ask' || verb === 'escalate' || verb === 'raise';

/** What goes out: of what is asked of others, a time that nobody changed is left to the agreement. */
export function askFieldsSent(form: AskFormView, fields: AskFields): AskFields {
  const { fields: views, sendsWith } = form;
  const filled = isAgreed(form) ? views.find(({ name }) => name === 'deadline')?.value : undefined;
  const changed = Object.entries(fields).filter(([name, value]) => name !== 'deadline' || value !== filled);
  return { ...Object.fromEntries(changed), ...sendsWith };
}
