/** What one stored record may hold on the stricter of the two desks. */
export const largestPart = 32 * 1024;

/** What the resolved terms of one ticket may take. */
export const largestTerms = 8 * 1024;

/** Bytes of one UTF-16 unit; each half of a pair counts for half of the pair's four. */
const widthOf = (unit: number): number => {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  return unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
};

/** Bytes of a text in UTF-8. `utf8Length('né') // => 3` */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) bytes += widthOf(text.charCodeAt(index));
  return bytes;
}

/** Bytes of a value as it is stored. */
export const storedBytes = (value: unknown): number => utf8Length(JSON.stringify(value));
