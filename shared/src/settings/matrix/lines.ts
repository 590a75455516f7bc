import { valueAt, withValueAt } from './documentPath';
import type { Lines } from './field';

interface NamedLine {
  readonly id?: string;
  readonly text?: string;
}

/** A document in which a section with free names is a list of lines, so that a name can be typed like anything else. */
export function inLines<Document>(document: Document, { path, isNamed }: Lines): Document {
  const section = valueAt(document, path);
  if (!isNamed || section === undefined) return document;
  const lines = Object.entries(section as object).map(([id, text]) => ({ id, text }));
  return withValueAt(document, path, lines);
}

/** The document as it is kept, from one {@link inLines}. */
export function fromLines<Document>(document: Document, { path, isNamed }: Lines): Document {
  const lines = valueAt(document, path);
  if (!isNamed || !Array.isArray(lines)) return document;
  const section = (lines as NamedLine[]).map(({ id = '', text = '' }) => [id, text] as const);
  return withValueAt(document, path, Object.fromEntries(section));
}

/** The items of a list in a document. */
export const itemsAt = (document: unknown, path: string): readonly unknown[] =>
  (valueAt(document, path) as readonly unknown[] | undefined) ?? [];

/** A document with other items; a list without any goes. */
export const withItems = <Document>(document: Document, path: string, items: readonly unknown[]): Document =>
  withValueAt(document, path, items.length === 0 ? undefined : items);
