import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import canonicalize from 'canonicalize';

const continued = (code: number, shift: number): number => 0x80 | ((code >> shift) & 63);

function encoded(code: number): number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), continued(code, 0)];
  if (code < 0x10000) return [0xe0 | (code >> 12), continued(code, 6), continued(code, 0)];
  return [0xf0 | (code >> 18), continued(code, 12), continued(code, 6), continued(code, 0)];
}

/** UTF-8 bytes of a text. Written out because one of the desks has no encoder; unpaired surrogates become U+FFFD. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0xfffd;
    if (point < 0x80) bytes.push(point);
    else bytes.push(...encoded(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point));
  }
  return Uint8Array.from(bytes);
}

/**
 * How a desk's ledgers are hashed: plain SHA-256, or HMAC-SHA-256 under a secret of the installation where agents'
 * browsers can write the store (law 8). Results are lower-case hex.
 */
export interface Hashing {
  (text: string): string;
}

/** SHA-256, or HMAC-SHA-256 where a key is given. */
export function hashing(key?: string): Hashing {
  if (key === undefined) return text => bytesToHex(sha256(utf8(text)));
  const secret = utf8(key);
  return text => bytesToHex(hmac(sha256, secret, utf8(text)));
}

/** The RFC 8785 form of a JSON value: the same facts always have the same text. */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? 'null';
}
