import { parse, type Options } from 'csv-parse/sync';
import type { Flaw } from '../src/replay';
import { textOf } from './bytes';

interface CsvTaker {
  readonly delimiter: string;
  /** Given each record, and the line on which it begins, from 1. */
  readonly record: (cells: readonly string[], line: number) => void;
  readonly report: (flaw: Flaw) => void;
}

/** The longest record; whatever is longer has a quote that is never closed. */
const LONGEST_RECORD = 32 * 1024 * 1024;
/** The longest field that is no sign of something gone wrong, in characters. */
const LONGEST_FIELD = 1024 * 1024;
const [NEW_LINE, RETURN, QUOTE] = [10, 13, 34];

/** A record that cannot be one: it has the wrong number of cells because a quote swallowed the lines after it. */
class SwallowedLines extends Error {}

function linesOf(cells: readonly string[]): number {
  let count = 1;
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}

function hasLong(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.length > LONGEST_FIELD) return true;
  return false;
}

const isBroken = (cells: readonly string[]): boolean => cells.some(cell => cell.includes('\uFFFD'));

/** Where the line after the n-th begins. */
function afterLines(block: Uint8Array, count: number): number {
  let at = 0;
  for (let line = 0; line < count; line += 1) {
    const end = block.indexOf(NEW_LINE, at);
    if (end < 0) return block.length;
    at = end + 1;
  }
  return at;
}

/**
 * Cuts blocks of a CSV file into records, whole lines at a time. A record whose quotes are broken is given up at the
 * end of its first line, so that it costs no other.
 */
export function csvCutter({ delimiter, record, report }: CsvTaker) {
  let width: number | undefined;
  let line = 1;

  const options = (block: Uint8Array): Options => ({
    delimiter,
    relax_column_count: true,
    record_delimiter: block.includes(RETURN) ? ['\r\n', '\n'] : '\n',
  });

  const isSwallowing = (cells: string[]): boolean => cells.length !== (width ??= cells.length) && linesOf(cells) > 1;

  /** The records up to the first that is broken; a fast attempt that most blocks pass. */
  const attempt = (block: Uint8Array): { records: string[][]; error?: Error } => {
    try {
      const records = parse(block, options(block)) as string[][];
      if (!records.some(isSwallowing)) return { records };
    } catch {
      // Found again below, where what stands before it is kept.
    }
    const records: string[][] = [];
    const keep = (cells: string[]): null => {
      if (isSwallowing(cells)) throw new SwallowedLines('a quote is not closed where its field ends');
      records.push(cells);
      return null;
    };
    try {
      parse(block, { ...options(block), on_record: keep });
      return { records };
    } catch (error) {
      return { records, error: error as Error };
    }
  };

  const flaw = (kind: Flaw['kind'], message: string, isCounted: boolean): void =>
    report({ line, kind, message, isCounted });

  const isWhole = (cells: readonly string[], isText: boolean): boolean => {
    if (hasLong(cells))
      flaw('field too long', 'A field is longer than a million characters; is a quote not closed?', true);
    if (!isText && isBroken(cells)) flaw('bytes that are no text', 'A field has bytes that are no text here.', true);
    if (cells.length === width) return true;
    flaw('wrong number of columns', `${cells.length} columns instead of ${width}.`, false);
    return false;
  };

  function give(records: readonly string[][], isText: boolean, isQuoted: boolean): void {
    for (const cells of records) {
      const isEmpty = cells.length === 1 && cells[0] === '' && width !== 1;
      if (!isEmpty && isWhole(cells, isText)) record(cells, line);
      line += isQuoted ? linesOf(cells) : 1;
    }
  }

  /**
   * @param block - ends at the end of a line, or of the file
   * @returns what is left of it: a record that may go on in the next block
   */
  return function cut(block: Uint8Array, isLast: boolean): Uint8Array {
    const { bytes, isText } = textOf(block, line === 1);
    let rest = bytes;
    while (rest.length > 0) {
      const { records, error } = attempt(rest);
      const before = line;
      give(records, isText, rest.includes(QUOTE));
      if (error === undefined) return rest.subarray(rest.length);
      rest = rest.subarray(afterLines(rest, line - before));
      const mayGoOn = 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED';
      if (mayGoOn && !isLast && rest.length < LONGEST_RECORD) return rest;
      report({
        line,
        kind: 'broken quotes',
        message: 'A quote opens or closes where it should not.',
        isCounted: false,
      });
      rest = rest.subarray(afterLines(rest, 1));
      line += 1;
    }
    return rest;
  };
}
