import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { utf8 } from '../ledger';
import { fromBase64, toBase64 } from './base64';

/** A message as Standard Webhooks signs it: its id, its instant in seconds, its body byte for byte. */
export interface Signed {
  readonly id: string;
  readonly seconds: number;
  readonly body: string;
}

const PREFIX = 'whsec_';
/** Bytes of a key, as the standard recommends them. */
const SHORTEST = 24;
const LONGEST = 64;

/** The bytes of a signing key, `whsec_` and base64; undefined where it is none. */
export function signingKey(key: string): Uint8Array | undefined {
  if (!key.startsWith(PREFIX)) return undefined;
  const bytes = fromBase64(key.slice(PREFIX.length));
  return bytes && bytes.length >= SHORTEST && bytes.length <= LONGEST ? bytes : undefined;
}

/** The value of `webhook-signature`: `v1,` and the HMAC-SHA-256 in base64. */
export function signatureOf(key: Uint8Array, { id, seconds, body }: Signed): string {
  return `v1,${toBase64(hmac(sha256, key, utf8(`${id}.${seconds}.${body}`)))}`;
}
