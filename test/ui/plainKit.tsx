import { PlainBanner } from '../../shared/ui/plain/PlainBanner';
import { PlainCheckbox } from '../../shared/ui/plain/PlainCheckbox';
import { PlainDisclosure } from '../../shared/ui/plain/PlainDisclosure';
import { PlainField, PlainSelect } from '../../shared/ui/plain/PlainField';
import type { Kit } from '../../shared/ui/kit';

/** A desk without a design system: every control is the browser's own. */
export const plainKit: Kit = {
  Button: ({ label, isBusy, isDisabled, onPress }) => (
    <button type="button" aria-busy={isBusy} disabled={isDisabled} onClick={onPress}>
      {label}
    </button>
  ),
  TextField: field => (
    <PlainField field={field}>{wiring => <input {...wiring} defaultValue={field.value} />}</PlainField>
  ),
  TextArea: field => (
    <PlainField field={field}>
      {wiring => <textarea {...wiring} rows={field.rows} defaultValue={field.value} />}
    </PlainField>
  ),
  Select: PlainSelect,
  Checkbox: PlainCheckbox,
  Lozenge: ({ text, tone }) => <span data-tone={tone}>{text}</span>,
  Banner: PlainBanner,
  Disclosure: PlainDisclosure,
};
