/** One array after another as one; either of them itself where the other is empty. */
export function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether bytes are UTF-8 throughout, none of its characters cut. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const MARK = [0xef, 0xbb, 0xbf];

/** Every byte that is no text as the sign for that, so that whatever reads them next says the same of them. */
const mended = (bytes: Uint8Array): Uint8Array => new TextEncoder().encode(new TextDecoder().decode(bytes));

/** A block as what reads it may have it, and whether all of it was text; the first one without the mark before it. */
export function textOf(block: Uint8Array, isFirst: boolean): { bytes: Uint8Array; isText: boolean } {
  const isMarked = isFirst && MARK.every((byte, index) => block[index] === byte);
  const bytes = isMarked ? block.subarray(MARK.length) : block;
  const isText = isUtf8(bytes);
  return { bytes: isText ? bytes : mended(bytes), isText };
}

/** Blocks in an encoding, as UTF-8. */
export async function* asUtf8(blocks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') return yield* blocks;
  const [decoder, encoder] = [new TextDecoder(encoding), new TextEncoder()];
  for await (const block of blocks) yield encoder.encode(decoder.decode(block, { stream: true }));
  yield encoder.encode(decoder.decode());
}
