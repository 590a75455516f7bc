import type { ActionView } from './actionShape';
import type { ChoiceView, FieldView } from './formShape';

/** Something that is asked, or was. */
export interface AskView {
  readonly id: string;
  /** "Northwind Network L2: information". */
  readonly title: string;
  readonly question: string;
  /** "by 13:30 today · 2 h late · blocking". */
  readonly until: string;
  readonly isLate: boolean;
  /** "Case 4711" or the child ticket, where there is one. */
  readonly reference?: string;
  /** What was answered, once it was. */
  readonly answer?: string;
  readonly actions: readonly ActionView[];
}

/** What is open, and what this viewer may ask besides. */
export interface AsksView {
  readonly open: readonly AskView[];
  /** The last answers, for whoever works with them. */
  readonly answered: readonly AskView[];
  readonly actions: readonly ActionView[];
}

/** The three verbs that leave custody where it is. */
export type AskVerb = 'ask' | 'escalate' | 'raise';
/** What the short form is for: one of them, a lead's leave to move it without a handoff, or a word to the customer. */
export type ShortFormVerb = AskVerb | 'override' | 'tell' | 'record' | 'record approval';

/** One field of the form; `name` is what its value is sent under. */
export interface AskFieldView extends FieldView {
  readonly name: string;
  readonly isRequired: boolean;
  /** Rows of a text of several lines. */
  readonly rows?: number;
  /** Where it is one of a few. */
  readonly choices?: readonly ChoiceView[];
  /** Choosing another changes the rest of the form, so it is asked for again. */
  readonly refills?: true;
}

/** How a vendor is reached, in the order in which that is tried. */
export interface VendorView {
  readonly lines: readonly { readonly label: string; readonly text: string; readonly link?: string }[];
  /** What the text for the vendor begins with; its redaction has left out the rest. */
  readonly head: readonly string[];
  /** What its redaction keeps from it, wherever it is typed. */
  readonly keeps: readonly { readonly label: string; readonly text: string }[];
  /** Labels of the fields that go into it. */
  readonly tells: readonly { readonly name: string; readonly label: string }[];
  /** An address to write to. */
  readonly mail?: { readonly to: string; readonly subject: string };
}

/** The short form of each verb, prefilled but for what is needed. */
export interface AskFormView {
  readonly verb: ShortFormVerb;
  readonly title: string;
  readonly intro: string;
  /** Something to know before it is sent; never in the way. */
  readonly warning?: string;
  /** Goes along with the fields: what the person was told. */
  readonly sendsWith?: Readonly<Record<string, string>>;
  readonly fields: readonly AskFieldView[];
  readonly vendor?: VendorView;
  /** What the button under it says. */
  readonly sends: string;
  readonly privacy: string;
}
