import { mappedColumns, type Cells, type Flaw, type Mapping, type ReadLine } from '../src/replay';
import { joined } from './bytes';
import { cellOf } from './cellOf';
import type { LogTaker } from './readCsv';

/** The longest line that is read as one, in bytes. */
const LONGEST_LINE = 64 * 1024 * 1024;
const NEW_LINE = 10;

const text = new TextDecoder('utf-8', { ignoreBOM: true });

function objectOf(text: string): object | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Cuts blocks into lines; what is left at the end of a block goes on in the next one. */
export async function* linesOf(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const block of blocks) {
    const all = joined(rest, block);
    const end = all.length > LONGEST_LINE ? all.length : all.lastIndexOf(NEW_LINE) + 1;
    rest = all.subarray(end);
    if (end > 0) yield* text.decode(all.subarray(0, all[end - 1] === NEW_LINE ? end - 1 : end)).split('\n');
  }
  if (rest.length > 0) yield text.decode(rest);
}

/** What one object of a log says, as lines of cells in the order of the mapping's columns. */
export type RowsOf = (mapping: Mapping) => (row: object) => readonly Cells[];

/** One line an object; a column may be a dotted path, such as `fields.status.name`. */
export const plainRows: RowsOf = mapping => {
  const columns = mappedColumns(mapping);
  return row => [columns.map(column => (column === undefined ? undefined : cellOf(row, column)))];
};

/** Reads a file of one JSON object a line, each of which says what `rowsOf` makes of it. */
export const readNdjson =
  (rowsOf: RowsOf) =>
  async (blocks: AsyncIterable<Uint8Array>, mapping: Mapping, read: ReadLine, taker: LogTaker): Promise<void> => {
    const rows = rowsOf(mapping);
    let line = 0;
    for await (const written of linesOf(blocks)) {
      line += 1;
      const clean = line === 1 ? written.replace(/^\uFEFF/, '') : written;
      if (clean.trim() === '') continue;
      const row = objectOf(clean);
      if (row) rows(row).forEach(cells => taker.line(read(cells, line)));
      else taker.flaw({ line, kind: 'no JSON', message: 'This line is no JSON object.', isCounted: false });
      if (clean.includes('\uFFFD')) taker.flaw(noText(line, row !== undefined));
    }
  };

const noText = (line: number, isCounted: boolean): Flaw => ({
  line,
  kind: 'bytes that are no text',
  message: 'A field has bytes that are no text here.',
  isCounted,
});
