import { isCardNumber } from './cardNumber';

/** What a text looks as if it held. */
export type SecretKind = 'password' | 'key or token' | 'card number';

/** Keys and tokens that say what they are by their form alone; each issuer documents its own. */
const keys: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/,
  /PuTTY-User-Key-File-\d/,
  // AWS, GitHub, GitLab, Slack, Google, Atlassian, Azure, Stripe, npm.
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36,}/,
  /\bgithub_pat_\w{22,}/,
  /\bglpat-[\w-]{20,}/,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/,
  /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/,
  /\bAIza[\w-]{35}/,
  /\bGOCSPX-[\w-]{20,}/,
  /\bya29\.[\w-]{20,}/,
  /\bAT[AC]TT3[\w=-]{20,}/,
  /\bATBB[A-Za-z0-9]{28,}/,
  /\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{20,}/,
  /[?&]sig=[\w%+/-]{20,}/,
  /\b\w{3}8Q~[\w.~-]{30,}/,
  /\b[rs]k_live_[A-Za-z0-9]{20,}/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  // A signed web token, and what an HTTP request is authorised with.
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/,
  /\bauthorization:\s*(?:basic|bearer)\s+[\w+/.=~-]{12,}/i,
];

const names = [
  ...['pass ?words?', 'pass(?:wd|code|phrase)', 'pwd', 'psw', 'passwort', 'kennwort', 'mot de passe', 'senha'],
  ...['contraseña', 'palavra[- ]passe', '(?:client[ _-]?)?secret', '(?:api|access|secret)[ _-]?key', 'token', 'pin'],
].join('|');

/** Something that is named as a secret, and what stands there. */
const named = new RegExp(
  `(?:^|[^a-z])(?:${names})["'”’]?(?:\\s*[:=]\\s*|\\s+is\\s+)["'“‘\`]?([^\\s"'”’\`]{3,})(.*)`,
  'gim',
);
const signIns = /\b(?:credentials|creds|log ?in|log ?on)\s*[:=]\s*[^\s/]{2,}\s*\/\s*([^\s/]{4,})/gi;
/** A person and a password before the host of an address. */
const addresses = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{1,100}:([^\s/@]{3,100})@/gi;

/** What stands for a value without being one: stars, brackets, variables. */
const placeholder = /^(?:[*•x.…_-]+|[<[{(].*|\$.*|%\w+%.*|\W+)$/i;
/** Digits and signs among the letters, as words of a sentence do not have them. */
const isMixed = (value: string): boolean =>
  /\d|[^\p{L}\p{N}.,;:!?'’)/-]/u.test(value) && /[^\d.,:;]|^\d{4,8}\W*$/.test(value);
/** What people write about a secret when they do not write it down. */
const saidOfIt = new Set(
  [
    'expired reset changed wrong incorrect invalid unknown missing empty locked none same correct rotated removed',
    'redacted hidden required optional needed failed forgotten compromised leaked sent stored kept known given yes no',
    'done okay pending policy tbd n/a see ask not the was has will can still now vault keepass lastpass bitwarden',
  ].flatMap(line => line.split(' ')),
);

/** A single word that says nothing about the secret, with nothing after it, is the secret. */
function isValue(value: string, rest: string): boolean {
  if (placeholder.test(value)) return false;
  if (isMixed(value)) return true;
  const word = value.toLowerCase().replace(/\W+$/, '');
  return rest.trim() === '' && !saidOfIt.has(word);
}

const hasNamed = (text: string): boolean =>
  [...text.matchAll(named)].some(([all, value = '', rest = '']) =>
    /\sis\s/.test(all.slice(0, all.indexOf(value))) ? !placeholder.test(value) && isMixed(value) : isValue(value, rest),
  );

const hasPassword = (text: string): boolean =>
  hasNamed(text) ||
  [...text.matchAll(signIns)].some(([, value = '']) => isMixed(value)) ||
  [...text.matchAll(addresses)].some(([, value = '']) => !placeholder.test(value));

/** Numbers of 13 to 19 digits, in one piece or in groups. */
const numbers = /(?:^|[^\w.+-])((?:\d[ -]?){12,18}\d)(?![\w-]|\.\d)/g;

/**
 * What in a text looks like a secret, if anything; a guess, so it may warn and must never forbid.
 *
 * @example
 * likelySecret('VPN password: Winter-2026!'); //=> 'password'
 * likelySecret('The password is expired.'); //=> undefined
 */
export function likelySecret(text: string): SecretKind | undefined {
  if (keys.some(key => key.test(text))) return 'key or token';
  if (hasPassword(text)) return 'password';
  return [...text.matchAll(numbers)].some(([, number = '']) => isCardNumber(number)) ? 'card number' : undefined;
}

/** What a person is told at a field whose text looks like a secret. */
export function secretWarning(text: string): string | undefined {
  const kind = likelySecret(text);
  return kind && `This looks like a ${kind}. Both parties will read it: leave it out, or say where it is kept.`;
}
