import { joined } from './bytes';

/** A first line that is longer is read piece by piece, bytes. */
const LONGEST_FIRST = 1024 * 1024;

const text = new TextDecoder();

/** Whether JSON that begins so is written over many lines, or on one that is too long to be held, instead of one object a line. */
export function isDocument(head: string): boolean {
  const [first = '', ...others] = head.trimStart().split('\n', 2);
  if (others.length === 0) return first.length > LONGEST_FIRST / 2;
  return /^[[{](.*[,[{])?\s*$/.test(first);
}

/** The beginning of a stream, as far as it takes to tell its form, and all of it with that beginning. */
export async function beginning(
  blocks: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: string; readonly all: AsyncGenerator<Uint8Array> }> {
  const iterator = blocks[Symbol.asyncIterator]();
  let bytes: Uint8Array = new Uint8Array(0);
  while (bytes.length <= LONGEST_FIRST && !text.decode(bytes).trimStart().includes('\n')) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    bytes = joined(bytes, value);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield bytes;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: text.decode(bytes), all: all() };
}
