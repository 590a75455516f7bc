import { Tokenizer, TokenizerError, TokenParserError } from '@streamparser/json';
import type { Flaw, Mapping, ReadLine } from '../src/replay';
import { jsonEntries } from './jsonEntries';
import type { LogTaker } from './readCsv';
import type { RowsOf } from './readNdjson';

const NEW_LINE = 10;

/** On which line of a stream a byte stands, asked for one byte after another. */
function lineCount() {
  let [block, begins, at, line]: [Uint8Array, number, number, number] = [new Uint8Array(0), 0, 0, 1];
  const upTo = (offset: number): number => {
    for (; at < Math.min(offset - begins, block.length); at += 1) if (block[at] === NEW_LINE) line += 1;
    return line;
  };
  return {
    upTo,
    next(following: Uint8Array): void {
      upTo(Infinity);
      [block, begins, at] = [following, begins + block.length, 0];
    },
  };
}

const BROKEN = 'The document is broken, or ends, before it is complete; what comes after is not read.';
const NO_TEXT = 'Bytes here or below are no text.';

/** Reads JSON that is written over many lines, entry by entry; what comes after a mistake in it cannot be told. */
export const readJson =
  (rowsOf: RowsOf) =>
  async (blocks: AsyncIterable<Uint8Array>, mapping: Mapping, read: ReadLine, taker: LogTaker): Promise<void> => {
    const rows = rowsOf(mapping);
    const lines = lineCount();
    const tokenizer = new Tokenizer({ separator: '' });
    const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
    const flaw = (line: number, kind: Flaw['kind'], message: string, isCounted: boolean): void =>
      taker.flaw({ line, kind, message, isCounted });
    const entries = jsonEntries((entry, offset) => {
      const line = lines.upTo(offset);
      if (typeof entry !== 'object' || entry === null) return flaw(line, 'no JSON', 'This is no JSON object.', false);
      for (const cells of rows(entry)) taker.line(read(cells, line));
    });
    tokenizer.onToken = entries.token;
    try {
      for await (const block of blocks) {
        const text = decoder.decode(block, { stream: true });
        const bytes = encoder.encode(text);
        lines.next(bytes);
        if (text.includes('\uFFFD')) flaw(lines.upTo(0), 'bytes that are no text', NO_TEXT, true);
        tokenizer.write(bytes);
      }
      tokenizer.end();
    } catch (error) {
      if (!(error instanceof TokenizerError || error instanceof TokenParserError)) throw error;
      return flaw(lines.upTo(Infinity), 'no JSON', BROKEN, false);
    }
    if (entries.isOpen()) flaw(lines.upTo(Infinity), 'no JSON', BROKEN, false);
  };
