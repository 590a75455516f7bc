import type { AgreementDocument } from '../../agreement';

/** A cell as the document writes it. */
export type CellDocument = AgreementDocument['matrix'][number];

/** One of a fixed few: what is stored, and how it is called. */
export type Choice = readonly [value: string, label: string];

/** Parts of the agreement that a cell names by their ids. */
export type NamedPart = 'teams' | 'people' | 'calendars' | 'vendors' | 'actors';

/** How the value of a field is written. */
export type FieldKind =
  | { readonly kind: 'text' | 'prose' | 'time' | 'count' | 'shares' }
  /** Several words, names or numbers, with commas between; in a condition one needs no list. */
  | { readonly kind: 'list'; readonly of?: NamedPart; readonly holds?: 'words' | 'numbers' }
  | { readonly kind: 'choice'; readonly of: readonly Choice[] }
  | { readonly kind: 'name'; readonly of: NamedPart }
  | { readonly kind: 'switch' }
  /** Said, or not said. */
  | { readonly kind: 'mark' };

/** One thing a cell can say. */
export type Field = FieldKind & {
  /** Dotted path inside what it belongs to. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  /** Whatever else its section says goes when this is said. */
  readonly isAlone?: true;
};

/** A list in a cell, a line for each of its items. */
export interface Lines {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  /** What one line is called, for its buttons. */
  readonly line: string;
  readonly fields: readonly Field[];
  /** A new line. */
  readonly blank: object;
  /** A section with free names is written as lines of `id` and `text`. */
  readonly isNamed?: true;
}

/** Fields that belong together. */
export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly lines?: readonly Lines[];
}

type Hint = string | undefined;
const hinted = (hint: Hint) => (hint === undefined ? {} : { hint });

/** A field of any kind. */
export const field = <Kind extends FieldKind>(path: string, label: string, kind: Kind, hint?: Hint): Kind & Field =>
  ({ path, label, ...kind, ...hinted(hint) }) as Kind & Field;

/** Service time, such as 4h 30m. */
export const time = (path: string, label: string, hint?: Hint): Field => field(path, label, { kind: 'time' }, hint);
/** One line of text. */
export const text = (path: string, label: string, hint?: Hint): Field => field(path, label, { kind: 'text' }, hint);
/** Something that is so, is not, or is as what it inherits from says. */
export const yesNo = (path: string, label: string, hint?: Hint): Field => field(path, label, { kind: 'switch' }, hint);
/** Words with commas between. */
export const list = (path: string, label: string, hint?: Hint): Field => field(path, label, { kind: 'list' }, hint);
/** One of a few. */
export const choice = (path: string, label: string, of: readonly Choice[], hint?: Hint): Field =>
  field(path, label, { kind: 'choice', of }, hint);
/** Something of the agreement, by its name. */
export const name = (path: string, label: string, of: NamedPart, hint?: Hint): Field =>
  field(path, label, { kind: 'name', of }, hint);
/** Several of those. */
export const names = (path: string, label: string, of: NamedPart, hint?: Hint): Field =>
  field(path, label, { kind: 'list', of }, hint);
