import { createReadStream } from 'node:fs';

/** How much of a file is read at once, bytes. */
const BLOCK = 256 * 1024;

/**
 * A file from its beginning to its end.
 *
 * @param read - told how many bytes of the file were read since the last time
 */
export async function* fileBlocks(
  file: string,
  read: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  for await (const block of createReadStream(file, { highWaterMark: BLOCK }) as AsyncIterable<Buffer>) {
    read(block.length);
    yield block;
  }
}
