import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { FieldProps, SelectProps } from '../kit';

/** What ties a control to its label, hint and error. */
export interface FieldWiring {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
}

interface PlainFieldProps {
  readonly field: FieldProps;
  readonly children: (wiring: FieldWiring) => ReactNode;
}

/** What is said below a field: what is wrong, else what is odd, which is read out when it appears, else what to write. */
function sayingOf({ error, warning, hint }: FieldProps) {
  if (error) return { says: error, className: 'baton-error' };
  if (warning) return { says: warning, className: 'baton-warning', role: 'status' };
  return { says: hint, className: 'baton-hint' };
}

/** Label above, hint, warning or error below, in plain elements around whatever control a desk has. */
export function PlainField({ field, children }: PlainFieldProps) {
  const id = useId();
  const { label, error, isRequired = false } = field;
  const { says, ...look } = sayingOf(field);
  const wiring: FieldWiring = {
    id,
    'aria-invalid': error !== undefined,
    'aria-required': isRequired,
    ...(says ? { 'aria-describedby': `${id}-says` } : {}),
  };
  return (
    <div className="baton-field">
      <label htmlFor={id}>{label}</label>
      {children(wiring)}
      {says && (
        <p id={`${id}-says`} {...look}>
          {says}
        </p>
      )}
    </div>
  );
}

/** A native list: named by its label, worked by the keyboard, and the same on both desks. */
export function PlainSelect({ choices, hasCursor = false, ...field }: SelectProps) {
  const list = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (hasCursor) list.current?.focus();
  }, [hasCursor]);
  return (
    <PlainField field={field}>
      {wiring => (
        <select
          {...wiring}
          ref={list}
          className="baton-select"
          name={field.name}
          value={field.value}
          onChange={event => field.onChange(event.currentTarget.value)}
        >
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </PlainField>
  );
}
