import { Tokenizer } from '@streamparser/json';
import type { LogHead } from '../src/replay';
import { isUtf8 } from './bytes';
import { csvCutter } from './csvLines';
import { deskHead, deskOf } from './deskHead';
import { jsonEntries } from './jsonEntries';
import { isDocument } from './jsonForm';
import { LogError } from './logError';
import { cellOf } from './cellOf';

/** What a JSON file may hold: events one a line, or a desk's own export. */
export type Desk = Exclude<LogHead['format'], 'csv'>;

/** Rows that are looked at before anybody has said what they mean. */
const ROWS = 2_000;
const DELIMITERS = [',', ';', '\t', '|'];

function encodingOf(bytes: Uint8Array): LogHead['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  // The last character may be cut where the head ends.
  const isText = [0, 1, 2, 3].some(cut => isUtf8(bytes.subarray(0, bytes.length - cut)));
  return isText ? 'utf-8' : 'windows-1252';
}

/** Columns of an object, those of nested ones as dotted paths. */
function columnsIn(row: unknown, before = ''): string[] {
  return Object.entries(Object(row) as object).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? columnsIn(value, `${before}${name}.`)
      : [`${before}${name}`],
  );
}

function objectsIn(text: string): unknown[] {
  return text.split('\n').flatMap(line => {
    try {
      return line.trim() === '' ? [] : [JSON.parse(line) as unknown];
    } catch {
      return [];
    }
  });
}

/** The first entries of a document, as far as it reads. */
function entriesOf(text: string): unknown[] {
  const found: unknown[] = [];
  const tokenizer = new Tokenizer({ separator: '' });
  tokenizer.onToken = jsonEntries(entry => found.push(entry)).token;
  try {
    tokenizer.write(text);
  } catch {
    // What came before a mistake says enough.
  }
  return found;
}

function jsonHead(text: string, encoding: LogHead['encoding'], desk?: Desk): LogHead {
  const objects = (isDocument(text) ? entriesOf(text) : objectsIn(text)).slice(0, ROWS);
  const format = desk === 'ndjson' ? undefined : (desk ?? deskOf(objects[0]));
  if (format === undefined) return plainHead(objects, encoding);
  const answers = objects.filter((one): one is object => typeof one === 'object' && one !== null);
  return { format, delimiter: ',', encoding, ...deskHead(format, answers) };
}

function plainHead(objects: readonly unknown[], encoding: LogHead['encoding']): LogHead {
  const columns = [...new Set(objects.flatMap(row => columnsIn(row)))];
  const rows = objects.map(row => columns.map(column => cellOf(row, column) ?? ''));
  return { format: 'ndjson', delimiter: ',', encoding, columns, rows };
}

function csvHead(text: string, encoding: LogHead['encoding']): LogHead {
  const first = text.slice(0, text.indexOf('\n'));
  const parts = (delimiter: string): number => first.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, next) => (parts(next) > parts(best) ? next : best));
  const rows: string[][] = [];
  const cut = csvCutter({ delimiter, record: cells => rows.push([...cells]), report: () => undefined });
  cut(new TextEncoder().encode(text), false);
  const [columns = [], ...others] = rows;
  return { format: 'csv', delimiter, encoding, columns: columns.map(name => name.trim()), rows: others.slice(0, ROWS) };
}

/**
 * Looks at the beginning of a log: what it is written in, its columns, and what stands in them.
 *
 * @param bytes - from the first byte on; whole lines of it are read
 * @param isAll - whether that is the whole file
 * @param desk - what a JSON file holds, where somebody said it
 * @throws LogError where there is nothing to look at
 */
export function readHead(bytes: Uint8Array, isAll: boolean, desk?: Desk): LogHead {
  const encoding = encodingOf(bytes);
  const read = new TextDecoder(encoding).decode(bytes);
  const text = isAll ? `${read}\n` : read.slice(0, read.lastIndexOf('\n') + 1);
  const head = /^\s*[[{]/.test(text) ? jsonHead(text, encoding, desk) : csvHead(text, encoding);
  if (head.columns.length === 0 || head.rows.length === 0)
    throw new LogError(
      'The file has no lines below the names of its columns. Export it again, as CSV or one JSON object a line.',
    );
  return head;
}
