import type { ChoiceView } from '../../../src/panel/view';
import type { Field, Names } from '../../../src/settings/matrix';

const NOTHING: ChoiceView = { value: '', label: 'Not said here' };

/** What can be chosen in a field; undefined where something is typed. */
export function choicesOf(field: Field, names: Names): readonly ChoiceView[] | undefined {
  if (field.kind === 'choice') return [NOTHING, ...field.of.map(([value, label]) => ({ value, label }))];
  if (field.kind === 'name') return [NOTHING, ...[...names[field.of]].map(([value, label]) => ({ value, label }))];
  if (field.kind === 'mark') return [NOTHING, { value: 'yes', label: 'Yes' }];
  if (field.kind === 'switch') return [NOTHING, { value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }];
  return undefined;
}
