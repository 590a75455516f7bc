import type { ChoiceView } from './formShape';

/** The things a person can press. `offer` opens the form, those that ask open one field, the others act. */
export type ActName =
  | 'offer'
  | 'accept'
  | 'accept later'
  | 'reclassify'
  | 'decline'
  | 'return'
  | 'withdraw'
  | 'accept as it is'
  | 'take back'
  | 'decide for msp'
  | 'decide for client'
  | 'hold'
  | 'declare major'
  | 'take command'
  | 'open bridge'
  | 'mitigated'
  | 'dispute hold'
  | 'ask'
  | 'escalate'
  | 'raise'
  | 'override'
  | 'approve'
  | 'refuse'
  | 'end override'
  | 'record'
  | 'record approval'
  | 'tell'
  | 'judge'
  | 'need info'
  | 'answer ask'
  | 'join'
  | 'acknowledge'
  | 'chase'
  | 'withdraw ask'
  | 'refer'
  | 'erase'
  | 'export'
  | 'take shift';

/** One of them, as this viewer may press it now. */
export interface ActionView {
  readonly act: ActName;
  /** Accessible name of the button. */
  readonly label: string;
  readonly emphasis: 'primary' | 'default' | 'subtle';
  /** The open offer it is about, sent with the press, so that another one is never answered in its place. */
  readonly handoff?: string;
  /** The un-batoned transfer it is about. */
  readonly transfer?: string;
  /** What is offered to the next shift that it is about. */
  readonly shift?: string;
  /** The Ask it is about. */
  readonly ask?: string;
  /** The exception it is about. */
  readonly override?: string;
  /** One of a few that goes with the press; the first stands until another is chosen. */
  readonly chooses?: { readonly label: string; readonly value: string; readonly choices: readonly ChoiceView[] };
  /** A field that has to be filled before `Send`; absent where pressing is enough. */
  readonly asks?: {
    readonly field: 'why' | 'guidance' | 'deadline' | 'because' | 'question' | 'answer' | 'reference' | 'bridge' | 'as';
    readonly label: string;
    readonly hint: string;
    /** What stands in the field when it opens. */
    readonly value?: string;
    /** Where it is one of a few. */
    readonly choices?: readonly ChoiceView[];
    /** What the button under it says; `Send` unless something cannot be undone. */
    readonly sends?: string;
  };
  /** What stands in the short form that it opens, by field. */
  readonly fills?: Readonly<Record<string, string>>;
  /** What is said of the escalation. */
  readonly verdict?: 'should not' | 'should have';
  /** When the pause that it is about began, epoch ms. */
  readonly since?: number;
  /** The number of the ledger's fact that it is about, where it is about one. */
  readonly fact?: number;
}
