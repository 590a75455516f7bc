import type { LozengeView } from './view';

/**
 * What a list shows, in finished words: the two things a desk's people look for before they open a ticket. Every string
 * is in the words of the desk it is shown on, every time in the viewer's zone.
 */

/** One ticket of a list. */
export interface ListRowView {
  /** The desk's own id of the ticket, sent with the press. */
  readonly ticket: string;
  /** Version of the ledger it was read from: a row of a lower one is older. */
  readonly version: number;
  /** "INC-12", "#1042". */
  readonly label: string;
  /** Absent where the desk was not asked for it. */
  readonly title?: string;
  /** "P2". */
  readonly priority: string;
  /** Who offers it to whom, or who holds it. */
  readonly who: string;
  /** What is owed, by when. */
  readonly owed: string;
  readonly lozenge?: LozengeView;
  /** The offer that this viewer may accept here, and what the button says. */
  readonly accept?: { readonly handoff: string };
  readonly acceptLabel?: string;
  /** What the last shift offers this viewer; by itself where it is urgent, else together with others. */
  readonly shift?: { readonly shift: string; readonly isAlone: boolean };
  /** The viewer has it and may hand it over to the next shift, or has done so already. */
  readonly mine?: 'in hand' | 'handed over';
}

/** The tickets of one kind, soonest first. */
export interface ListSectionView {
  readonly title: string;
  readonly rows: readonly ListRowView[];
  /** Said where there are none. */
  readonly empty: string;
  /** How many are not shown, where some are not. */
  readonly more?: string;
}

/** In which section of a list a ticket belongs. */
export type ListSectionName = 'triage' | 'offered' | 'shift' | 'ours' | 'neither';

/** A ticket as it is after somebody pressed on its row. */
export interface ListRowNow {
  readonly section: ListSectionName;
  readonly row: ListRowView;
}

/** What is next on a ticket, as its holder would hand it over: `YYYY-MM-DD HH:mm` in the viewer's zone. */
export interface NextActionView {
  readonly ticket: string;
  /** Empty where nobody has said it yet. */
  readonly nextAction: string;
  readonly deadline: string;
}

/** How somebody is reached, and whether that is known to be right. */
export interface ContactsView {
  /** "E-mail ana@contoso.example, Pager PXXX: confirmed 3 Feb". */
  readonly text: string;
  /** Only where nobody has said so for a month. */
  readonly lozenge?: LozengeView;
  /** What the viewer may press on their own. */
  readonly press?: string;
}

/** Somebody whom the viewer may say to be out or back. */
export interface PersonView {
  /** Agreement id, sent with the press. */
  readonly person: string;
  /** "Omar Said is out until 24:00 today". */
  readonly says: string;
  readonly press: { readonly label: string; readonly isOut: boolean };
  readonly contacts?: ContactsView;
}

/** Who is there; the viewer first. */
export interface PeopleView {
  /** "Who is there · 1 out". */
  readonly title: string;
  readonly people: readonly PersonView[];
}

/** A whole list. */
export interface ListView {
  /** Whose list it is. */
  readonly title: string;
  /** "As of 12:05". */
  readonly asOf: string;
  /** What this viewer has to sort before a team is asked; absent where there is nothing. */
  readonly triage?: ListSectionView;
  readonly offered: ListSectionView;
  /** What the last shift offers to the next one; absent where there is nothing. */
  readonly shift?: ListSectionView;
  readonly ours: ListSectionView;
  readonly people: PeopleView;
}
