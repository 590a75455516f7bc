const NEW_LINE = 10;
const QUOTE = 34;

function quotesIn(block: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (block[at] === QUOTE) count += 1;
  return count;
}

/**
 * Where a block of CSV is best cut: after the last line end that stands outside quotes, going by their number; after the
 * last line end where there is none such.
 */
export function cutOf(block: Uint8Array): number {
  const last = block.lastIndexOf(NEW_LINE) + 1;
  let quotes = quotesIn(block, 0, last);
  let cut = last;
  while (cut > 0 && quotes % 2 === 1) {
    const before = cut < 2 ? 0 : block.lastIndexOf(NEW_LINE, cut - 2) + 1;
    quotes -= quotesIn(block, before, cut);
    cut = before;
  }
  return cut === 0 ? last : cut;
}
