import { defineCustomElement as defineButton } from '@freshworks/crayons/dist/components/fw-button.js';
import { defineCustomElement as defineInput } from '@freshworks/crayons/dist/components/fw-input.js';
import { defineCustomElement as defineTextArea } from '@freshworks/crayons/dist/components/fw-textarea.js';

/** What a Crayons field says when somebody types in it. */
export type FieldEvent = CustomEvent<{ readonly value: string }>;

/** A Crayons field: its label, hint and error live inside it, tied to its control by `name`. */
export interface FieldElementProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly state: 'normal' | 'warning' | 'error';
  readonly hintText: string;
  readonly errorText: string;
  readonly warningText: string;
  readonly ref: (element: CrayonsField | null) => void;
  readonly onfwInput: (event: FieldEvent) => void;
}

/** The element of a Crayons field. */
export type CrayonsField = HTMLElement & { readonly setFocus?: () => Promise<void> };

interface ButtonElementProps {
  readonly color: 'primary' | 'secondary' | 'text';
  readonly loading: boolean;
  readonly disabled: boolean;
  /** Crayons swallows a press this many ms after another; ours have a guard of their own. */
  readonly throttleDelay: number;
  readonly ref: (element: HTMLElement | null) => void;
  readonly onfwClick: () => void;
  readonly children: string;
}

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the only way to name elements in JSX
  namespace JSX {
    interface IntrinsicElements {
      'fw-button': ButtonElementProps;
      'fw-input': FieldElementProps;
      'fw-textarea': FieldElementProps & { readonly rows: number; readonly resize: 'vertical' };
    }
  }
}

/** Makes the browser know the Crayons elements the kit uses. */
export function defineCrayons(): void {
  defineButton();
  defineInput();
  defineTextArea();
}
