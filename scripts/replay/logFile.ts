import { createReadStream } from 'node:fs';

/** How much of a file is read at once, bytes. */
const BLOCK = 1024 * 1024;

/** A log that cannot be read at all, with what would mend it. */
export class LogError extends Error {
  override readonly name = 'LogError';
}

/**
 * A file from its beginning to its end, as UTF-8 whatever its encoding.
 *
 * @param read - told how many bytes of the file were read since the last time
 */
export async function* fileBlocks(
  file: string,
  encoding: string,
  read: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding);
  for await (const block of createReadStream(file, { highWaterMark: BLOCK }) as AsyncIterable<Buffer>) {
    read(block.length);
    yield decoder ? Buffer.from(decoder.decode(block, { stream: true })) : block;
  }
}
