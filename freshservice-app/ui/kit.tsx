import { useEffect, useRef } from 'react';
import {
  PlainBanner,
  PlainCheckbox,
  PlainDisclosure,
  PlainSelect,
  signs,
  type ButtonProps,
  type FieldProps,
  type Kit,
  type TextAreaProps,
  type TextFieldProps,
} from '@baton/shared/ui';
import type { CrayonsField, FieldElementProps } from './crayonsElements';
import { ink } from './crayonsInk';

const colors = { primary: 'primary', default: 'secondary', subtle: 'text' } as const;

function Button({ label, emphasis, onPress, isBusy = false, isDisabled = false }: ButtonProps) {
  return (
    <fw-button
      color={colors[emphasis]}
      loading={isBusy}
      disabled={isDisabled}
      throttleDelay={0}
      ref={ink}
      onfwClick={onPress}
    >
      {label}
    </fw-button>
  );
}

function TextField({ hasCursor = false, ...field }: TextFieldProps) {
  return <fw-input {...useCrayonsField(field, hasCursor)} />;
}

function TextArea({ rows, hasCursor = false, ...field }: TextAreaProps) {
  return <fw-textarea {...useCrayonsField(field, hasCursor)} rows={rows} resize="vertical" />;
}

function useCrayonsField(field: FieldProps, hasCursor: boolean): FieldElementProps {
  const element = useRef<CrayonsField | null>(null);
  useEffect(() => {
    if (hasCursor && element.current) focusSoon(element.current);
  }, [hasCursor]);
  const { name, label, value, hint = '', error, warning, onChange } = field;
  return {
    name,
    label,
    value,
    state: error !== undefined ? 'error' : warning === undefined ? 'normal' : 'warning',
    hintText: hint,
    errorText: error ?? '',
    warningText: warning ?? '',
    ref: made => {
      element.current = made;
      ink(made);
    },
    onfwInput: event => onChange(event.detail.value),
  };
}

const FRAMES_TO_WAIT = 20;

/** A Crayons field has nothing to focus until it has drawn itself, some frames later. */
function focusSoon(field: CrayonsField, framesLeft = FRAMES_TO_WAIT): void {
  if (field.shadowRoot?.querySelector('input, textarea')) void field.setFocus?.();
  else if (framesLeft > 0) requestAnimationFrame(() => focusSoon(field, framesLeft - 1));
}

/**
 * Freshservice's own controls where they can be used by everybody; lists, labels of state and messages are plain elements
 * in their style, since Crayons' fail that test.
 */
export const freshserviceKit: Kit = {
  Button,
  TextField,
  TextArea,
  Select: PlainSelect,
  Checkbox: PlainCheckbox,
  Lozenge: ({ text, tone }) => (
    <span className="crayons-lozenge" data-lozenge={tone}>
      <span aria-hidden="true">{signs[tone]} </span>
      {text}
    </span>
  ),
  Banner: PlainBanner,
  Disclosure: PlainDisclosure,
};
