import type { CheckboxProps } from '../kit';

/** A box to tick, with its words beside it; the browser's own, since it is the same everywhere. */
export function PlainCheckbox({ label, isChecked, isDisabled = false, onChange }: CheckboxProps) {
  return (
    <label className="baton-checkbox">
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
