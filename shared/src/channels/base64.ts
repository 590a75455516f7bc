const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const group = (bytes: Uint8Array, from: number): string => {
  const [one = 0, two, three] = bytes.subarray(from, from + 3);
  const bits = (one << 16) | ((two ?? 0) << 8) | (three ?? 0);
  const digit = (shift: number): string => DIGITS[(bits >> shift) & 63] ?? '';
  return digit(18) + digit(12) + (two === undefined ? '=' : digit(6)) + (three === undefined ? '=' : digit(0));
};

/** Bytes as base64. Written out, since one of the desks has no encoder. */
export const toBase64 = (bytes: Uint8Array): string =>
  Array.from({ length: Math.ceil(bytes.length / 3) }, (_, index) => group(bytes, index * 3)).join('');

/** The bytes of a base64 text; undefined where it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  const digits = [...text.replace(/=+$/, '')].map(digit => DIGITS.indexOf(digit));
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
  for (const index of bytes.keys()) {
    const first = Math.floor((index * 8) / 6);
    const bits = ((digits[first] ?? 0) << 12) | ((digits[first + 1] ?? 0) << 6) | (digits[first + 2] ?? 0);
    bytes[index] = (bits >> (18 - 8 - ((index * 8) % 6))) & 255;
  }
  return bytes;
}
