import { mappedColumns, type Flaw, type Mapping, type ReadLine } from '../src/replay';
import { joined } from './bytes';
import { cutOf } from './csvBlocks';
import { csvCutter } from './csvLines';
import { LogError } from './logError';

/** Where what is read of a log goes. */
export interface LogTaker {
  readonly line: (read: ReturnType<ReadLine>) => void;
  readonly flaw: (flaw: Flaw) => void;
}

function columnsOf(header: readonly string[], mapping: Mapping): readonly (number | undefined)[] {
  const names = header.map(name => name.trim());
  const columns = mappedColumns(mapping);
  const absent = columns.filter(column => column !== undefined && !names.includes(column));
  if (absent.length > 0)
    throw new LogError(
      `The log has no column ${absent.map(column => `"${column}"`).join(', ')}; it has ${names.join(', ').slice(0, 500)}.`,
    );
  return columns.map(column => (column === undefined ? undefined : names.indexOf(column)));
}

function cellsAt(columns: readonly (number | undefined)[], cells: readonly string[]): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  for (const column of columns) found.push(column === undefined ? undefined : cells[column]);
  return found;
}

/**
 * Reads a CSV file whose first line names its columns.
 *
 * @throws LogError where a mapped column is absent
 */
export async function readCsv(
  blocks: AsyncIterable<Uint8Array>,
  mapping: Mapping,
  read: ReadLine,
  taker: LogTaker,
): Promise<void> {
  let columns: readonly (number | undefined)[] | undefined;
  const record = (cells: readonly string[], line: number): void => {
    if (columns === undefined) columns = columnsOf(cells, mapping);
    else taker.line(read(cellsAt(columns, cells), line));
  };
  const cut = csvCutter({ delimiter: mapping.delimiter, record, report: taker.flaw });
  let rest: Uint8Array = new Uint8Array(0);
  let enough = 0;
  for await (const block of blocks) {
    const all = joined(rest, block);
    rest = all;
    if (all.length < enough) continue;
    const end = cutOf(all);
    const begun = cut(all.subarray(0, end), false);
    rest = joined(begun, all.subarray(end));
    // A record without an end is not tried again with every block.
    enough = 2 * begun.length;
  }
  cut(rest, true);
  if (columns === undefined) throw new LogError('The log is empty: its first line has to name its columns.');
}
