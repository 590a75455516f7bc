import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** What is written or read at once. */
const PIECE = 256 * 1024;

/** Writes lines to a file, many at once. */
export function lineWriter(file: string): { write(line: string): void; close(): void } {
  const descriptor = openSync(file, 'w');
  let lines: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (lines.length > 0) writeSync(descriptor, `${lines.join('\n')}\n`);
    lines = [];
    length = 0;
  };
  return {
    write(line) {
      lines.push(line);
      length += line.length;
      if (length >= PIECE) flush();
    },
    close() {
      flush();
      closeSync(descriptor);
    },
  };
}

/** The lines of a file that {@link lineWriter} wrote, one at a time. */
export function* linesIn(file: string): Generator<string> {
  const descriptor = openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const piece = Buffer.alloc(PIECE);
  let rest = '';
  try {
    for (let size = readSync(descriptor, piece); size > 0; size = readSync(descriptor, piece)) {
      const lines = (rest + decoder.write(piece.subarray(0, size))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    closeSync(descriptor);
  }
}
