import { valueAt, withValueAt } from './documentPath';
import type { Field, NamedPart } from './field';

/** What the agreement calls its teams, people, calendars and vendors, by their ids. */
export type Names = Readonly<Record<NamedPart, ReadonlyMap<string, string>>>;

type Listed = Extract<Field, { kind: 'list' }>;

const listed = (value: unknown): readonly unknown[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

const listText = (value: unknown, { of }: Listed, names: Names): string =>
  listed(value)
    .map(each => (of && names[of].get(String(each))) ?? String(each))
    .join(', ');

const percent = (share: unknown): string =>
  typeof share === 'number' ? String(Math.round(share * 100)) : String(share);

const sharesText = (value: unknown): string =>
  Array.isArray(value) && value.length === 0 ? 'none' : listed(value).map(percent).join(', ');

const yesOrNo = (value: unknown): string => (value === true ? 'yes' : 'no');

/** What a document says in a field, as it is typed or chosen; empty where it says nothing. */
export function fieldText(document: unknown, field: Field, names: Names): string {
  const value = valueAt(document, field.path);
  if (value === undefined) return '';
  switch (field.kind) {
    case 'list':
      return listText(value, field, names);
    case 'shares':
      return sharesText(value);
    case 'switch':
    case 'mark':
      return yesOrNo(value);
    default:
      return String(value);
  }
}

const pieces = (typed: string): readonly string[] =>
  typed
    .split(',')
    .map(piece => piece.trim())
    .filter(piece => piece !== '');

/** A number where one was typed; anything else stays as it is, and the schema says what is wrong with it. */
const counted = (typed: string): unknown => (/^\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed);

/** The id of what is called so; what is not known stays, and the rules say that it is not. */
function idOf(typed: string, known: ReadonlyMap<string, string>): string {
  const plain = typed.toLowerCase();
  const [id] = [...known].find(([, called]) => called.toLowerCase() === plain) ?? [];
  return known.has(typed) ? typed : (id ?? typed);
}

function listValue(typed: string, { of, holds }: Listed, names: Names): unknown {
  const values = pieces(typed).map(piece => {
    if (of) return idOf(piece, names[of]);
    return holds === 'numbers' ? counted(piece) : piece;
  });
  return holds && values.length === 1 ? values[0] : values;
}

const shareOf = (piece: string): unknown => {
  const share = counted(piece.replace(/\s*%$/, ''));
  return typeof share === 'number' ? share / 100 : share;
};

const sharesValue = (typed: string): unknown => (typed.trim() === 'none' ? [] : pieces(typed).map(shareOf));

function valueOf(typed: string, field: Field, names: Names): unknown {
  switch (field.kind) {
    case 'list':
      return listValue(typed, field, names);
    case 'shares':
      return sharesValue(typed);
    case 'count':
      return counted(typed.trim());
    case 'switch':
    case 'mark':
      return typed === 'yes';
    default:
      return typed;
  }
}

/** A document with what was typed or chosen in a field; nothing typed takes it away. */
export function withFieldText<Document>(document: Document, field: Field, typed: string, names: Names): Document {
  const value = typed.trim() === '' ? undefined : valueOf(typed, field, names);
  const section = field.path.slice(0, field.path.lastIndexOf('.'));
  const before = field.isAlone ? withValueAt(document, section, undefined) : document;
  return withValueAt(before, field.path, value);
}
