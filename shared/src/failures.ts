/** What is wrong at one place of an agreement, and how to mend it. */
export interface Violation {
  /** Dotted path into the document, such as `matrix.2.ladder.0.team`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** An agreement that cannot be used: thrown once, at the door where it is read, with every violation. */
export class AgreementError extends Error {
  override readonly name = 'AgreementError';
  constructor(
    readonly code: 'syntax' | 'schema' | 'rules' | 'newer-version',
    message: string,
    readonly violations: readonly Violation[] = [],
  ) {
    super(message);
  }
}

/** A ledger that cannot be read: damaged, altered, or written by a newer Baton. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  constructor(
    readonly code: 'corrupt' | 'newer-version',
    message: string,
  ) {
    super(message);
  }
}

/** Why a desk or its platform did not do what was asked. */
export type DeskErrorCode =
  'not-allowed' | 'not-found' | 'conflict' | 'busy' | 'unreachable' | 'refused' | 'unexpected';

const byStatus: Readonly<Record<number, DeskErrorCode>> = {
  400: 'refused',
  401: 'not-allowed',
  403: 'not-allowed',
  404: 'not-found',
  409: 'conflict',
  429: 'busy',
};

/** What an HTTP status that is no success means of a desk. */
export const failureOf = (status: number): DeskErrorCode =>
  byStatus[status] ?? (status >= 500 ? 'unreachable' : 'unexpected');

/** A platform that misbehaves; caught where a desk is entered, never shown raw. `retryAfter` is in ms. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  constructor(
    readonly code: DeskErrorCode,
    message: string,
    readonly details: { readonly cause?: unknown; readonly retryAfter?: number } = {},
  ) {
    super(message);
  }
}

/** Codes of what the rules do not allow a person. */
export type RefusalCode =
  | 'not-governed'
  | 'not-a-participant'
  | 'not-holder'
  | 'wrong-party'
  | 'not-in-team'
  | 'unknown-team'
  | 'same-team'
  | 'wrong-team'
  | 'no-offer'
  | 'no-transfer'
  | 'already-offered'
  | 'already-answered'
  | 'already-resolved'
  | 'packet-incomplete'
  | 'packet-too-large'
  | 'unknown-reason'
  | 'deadline-past'
  | 'not-then'
  | 'deadline-too-late'
  | 'text-missing'
  | 'nothing-to-return'
  | 'return-already-refused'
  | 'not-the-decider'
  | 'not-confirmed'
  | 'nothing-to-erase'
  | 'not-the-writer'
  | 'no-ask'
  | 'not-asked'
  | 'not-askable'
  | 'deadline-too-soon'
  | 'case-incomplete'
  | 'no-data-agreement'
  | 'not-a-lead'
  | 'no-exception'
  | 'needs-exception'
  | 'already-asked'
  | 'no-override'
  | 'not-an-approver'
  | 'to-be-written'
  | 'not-a-number'
  | 'nothing-to-judge'
  | 'not-the-sorter'
  | 'no-triage'
  | 'no-cell'
  | 'not-waiting'
  | 'nothing-asked'
  | 'gone'
  | 'commanded'
  | 'not-major'
  | 'not-a-commander'
  | 'not-for-customers'
  | 'not-the-spokesperson'
  | 'no-shift'
  | 'own-press';

/** A human request that the rules do not allow: a value, not an exception. */
export interface Refusal {
  readonly code: RefusalCode;
  /** One plain sentence for the person. */
  readonly sentence: string;
  /** What the person can do instead. */
  readonly remedy: string;
  /** Sentence per field of the form, where fields are to blame. */
  readonly fields?: Readonly<Record<string, string>>;
}
