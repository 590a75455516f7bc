import { createContext, useContext, type ComponentType, type ReactNode } from 'react';
import type { ChoiceView, Tone } from '../src/panel/view';

/** A press. */
export interface ButtonProps {
  readonly label: string;
  readonly emphasis: 'primary' | 'default' | 'subtle';
  readonly onPress: () => void;
  /** Its own press is under way: it says so and does not take another. */
  readonly isBusy?: boolean;
  /** Something else is under way. */
  readonly isDisabled?: boolean;
}

/** What every field has. The kit ties label, hint and error to the control; `name` is unique on the page. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Said instead of the hint where nothing is wrong but something is odd; never in the way. */
  readonly warning?: string | undefined;
  readonly isRequired?: boolean;
}

/** One line of text; `hasCursor` puts the cursor in it when it appears. */
export interface TextFieldProps extends FieldProps {
  readonly hasCursor?: boolean;
}

/** Several lines of text. */
export interface TextAreaProps extends TextFieldProps {
  readonly rows: number;
}

/** One of a few; `hasCursor` puts the focus on it when it appears. */
export interface SelectProps extends FieldProps {
  readonly hasCursor?: boolean;
  readonly choices: readonly ChoiceView[];
}

/** Something that goes along or does not. */
export interface CheckboxProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** A state in a word or two. The text says it all; the tone only repeats it. */
export interface LozengeProps {
  readonly text: string;
  readonly tone: Tone;
}

/** A message to the person, read out at once where it is an alert; `takesFocus` moves the focus to it. */
export interface BannerProps {
  readonly tone: 'info' | 'warning' | 'error';
  readonly title: string;
  readonly children?: ReactNode;
  readonly takesFocus?: boolean;
}

/** Content behind a button that opens and closes it. */
export interface DisclosureProps {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/**
 * The controls a desk supplies. Everything else a screen draws is plain text in plain elements, coloured by the custom
 * properties (`--baton-…`) of the desk's style sheet.
 */
export interface Kit {
  readonly Button: ComponentType<ButtonProps>;
  readonly TextField: ComponentType<TextFieldProps>;
  readonly TextArea: ComponentType<TextAreaProps>;
  readonly Select: ComponentType<SelectProps>;
  readonly Checkbox: ComponentType<CheckboxProps>;
  readonly Lozenge: ComponentType<LozengeProps>;
  readonly Banner: ComponentType<BannerProps>;
  readonly Disclosure: ComponentType<DisclosureProps>;
}

const KitContext = createContext<Kit | undefined>(undefined);

/** Gives the screens below it a desk's controls. */
export const KitProvider = KitContext.Provider;

/** The controls of the desk the screen is on. */
export function useKit(): Kit {
  const kit = useContext(KitContext);
  if (!kit) throw new Error('A screen needs a KitProvider above it.');
  return kit;
}
