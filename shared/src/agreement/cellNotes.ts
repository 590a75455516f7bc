import type { Cell } from './schema';

/** What a cell tells people beside its promises; what it does not say is absent. People and parties are agreement ids. */
export interface CellNotes {
  /** Address of the instructions for such a ticket. */
  readonly runbook?: string;
  /** What must be known at intake. */
  readonly inputs?: readonly string[];
  /** What each level may decide alone, in words. */
  readonly authority?: Readonly<Record<string, string>>;
  readonly raci?: {
    readonly responsible: readonly string[];
    readonly accountable: string;
    readonly consulted: readonly string[];
    readonly informed: readonly string[];
  };
  readonly risk?: string;
  readonly boardReportable?: true;
}

/** A duty to report beyond the two parties: who says what is to be reported, within so much real time (ms). */
export interface RegulatoryRoute {
  readonly route: string;
  readonly approver: string;
  readonly report: number;
}

type Said = Readonly<Record<string, unknown>>;

const given = <T extends Said>(notes: T): Said =>
  Object.fromEntries(Object.entries(notes).filter(([, note]) => note !== undefined));

const unlessEmpty = <T extends readonly unknown[]>(list: T): T | undefined => (list.length === 0 ? undefined : list);

/** What a cell tells people; undefined where it says nothing. */
function notesOf({ runbook, inputs, authority, raci, risk, boardReportable }: Cell): CellNotes | undefined {
  const notes = given({
    runbook,
    inputs: unlessEmpty(inputs),
    authority: unlessEmpty(Object.keys(authority)) && authority,
    raci,
    risk,
    boardReportable: boardReportable || undefined,
  }) as CellNotes;
  return Object.keys(notes).length === 0 ? undefined : notes;
}

/** What a cell says beside its promises, as far as it says it. */
export function saidBy(cell: Cell): { readonly notes?: CellNotes; readonly regulatory?: RegulatoryRoute } {
  const notes = notesOf(cell);
  return {
    ...(notes === undefined ? {} : { notes }),
    ...(cell.regulatory === undefined ? {} : { regulatory: cell.regulatory }),
  };
}
