import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { signatureOf, signingKey } from '../channels';
import { utf8 } from '../ledger';
import { readEnvelope } from './envelope';

/** What stood at the door: header names in lower case, the body as it came. */
export interface Knock {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A text and who claims to have written it: any of the signatures may fit, since keys change over. */
export type SignedText =
  | {
      readonly as: 'standard';
      readonly id: string;
      /** When it was sent, s. */
      readonly seconds: number;
      readonly text: string;
      readonly signatures: readonly string[];
    }
  | { readonly as: 'pagerduty'; readonly text: string; readonly signatures: readonly string[] };

/** As many signatures are looked at; a sender needs two. */
const MOST_SIGNATURES = 5;

const split = (text: string, by: RegExp): readonly string[] =>
  text
    .split(by)
    .filter(part => part !== '')
    .slice(0, MOST_SIGNATURES);

interface Named {
  readonly id?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly signature?: string | undefined;
  readonly text: string;
}

/** The three values of Standard Webhooks; undefined where one is missing or is none. */
function standard({ id = '', timestamp = '', signature = '', text }: Named): SignedText | undefined {
  const isThere = /^[\x21-\x7e]{1,200}$/.test(id) && /^\d{1,12}$/.test(timestamp) && signature !== '';
  return isThere
    ? { as: 'standard', id, seconds: Number(timestamp), text, signatures: split(signature, /\s+/) }
    : undefined;
}

/**
 * The signed text of whatever came: Standard Webhooks in headers, the same three values as fields around the text where
 * a platform shows an app neither headers nor the body as it came, or PagerDuty's own header. Undefined where nothing
 * is signed.
 */
export function signedIn({ headers, body }: Knock): SignedText | undefined {
  const pager = headers['x-pagerduty-signature'];
  if (pager !== undefined) return { as: 'pagerduty', text: body, signatures: split(pager, /[\s,]+/) };
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map(name => headers[`webhook-${name}`]);
  if (signature !== undefined) return standard({ id, timestamp, signature, text: body });
  const envelope = readEnvelope(body);
  return envelope && standard({ ...envelope, text: envelope.payload });
}

/** Whether two texts are the same, in a time that does not tell how much of them is. */
function isEqual(one: string, other: string): boolean {
  let differs = one.length ^ other.length;
  for (let index = 0; index < one.length; index += 1) {
    differs |= one.charCodeAt(index) ^ (index < other.length ? other.charCodeAt(index) : 0);
  }
  return differs === 0;
}

function expected(signed: SignedText, key: string): string | undefined {
  if (signed.as === 'pagerduty') return `v1=${bytesToHex(hmac(sha256, utf8(key), utf8(signed.text)))}`;
  const bytes = signingKey(key);
  const { id, seconds, text: body } = signed;
  return bytes && signatureOf(bytes, { id, seconds, body });
}

/** Whether a text was signed with this key. */
export function isSignedWith(signed: SignedText, key: string): boolean {
  const fits = expected(signed, key);
  return fits !== undefined && signed.signatures.some(signature => isEqual(fits, signature));
}
