/** One choice of a list. */
export interface ChoiceView {
  readonly value: string;
  readonly label: string;
}

/** What the form says and asks where it is passed on inside the own party. */
export interface PassView {
  /** `short`: the reason and the next action alone. */
  readonly asks: 'short' | 'full';
  readonly title: string;
  readonly intro: string;
  readonly privacy: string;
}

/** A team it can go to; with `pass` where that is one of the giver's own. */
export interface ReceiverChoice extends ChoiceView {
  readonly pass?: PassView;
}

export interface FieldView {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly error?: string;
}

/** The hand-off form, prefilled with everything a system knows (rules §8). */
export interface FormView {
  readonly title: string;
  /** "P2 network → Northwind Network L2, on duty: Li Wei. They answer within 15 min. You stay accountable until they accept." */
  readonly intro: string;
  /** What this boundary is for, in the agreement's words. */
  readonly boundary?: string;
  readonly nextAction: FieldView;
  readonly deadline: FieldView & {
    /** Outside the receiver's hours: the nearest instant inside, one press to take it. */
    readonly suggestion?: { readonly label: string; readonly value: string };
  };
  readonly diagnosis: FieldView;
  readonly actions: FieldView;
  readonly evidence: FieldView;
  readonly extra: readonly (FieldView & { readonly id: string; readonly isRequired: boolean })[];
  readonly receiver: FieldView & { readonly choices: readonly ReceiverChoice[] };
  readonly reason: FieldView & { readonly choices: readonly ChoiceView[] };
  /** "Northwind will read this. Customers will not." */
  readonly privacy: string;
  /** UTF-8 bytes all texts together may have. */
  readonly limitBytes: number;
}
