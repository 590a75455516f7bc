import fc from 'fast-check';
import { likelySecret, secretWarning } from '../../shared/src/panel/secrets';

/** Written in two pieces, so that no scanner takes a made-up token in a test for a real one. */
const made = (start: string, rest: string): string => `${start}${rest}`;
const letters = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOp';

describe('a likely secret', () => {
  it.each([
    ['a private key', made('-----BEGIN RSA PRIV', 'ATE KEY-----\nMIIE')],
    ['an OpenSSH key', made('-----BEGIN OPENSSH PRIV', 'ATE KEY-----')],
    ['a PGP key', made('-----BEGIN PGP PRIV', 'ATE KEY BLOCK-----')],
    ['a PuTTY key', 'PuTTY-User-Key-File-3: ssh-ed25519'],
    ['an AWS key', made('use AKIA', 'IOSFODNN7EXAMPLE for the bucket')],
    ['a GitHub token', made('ghp_', letters.slice(0, 36))],
    ['a fine-grained GitHub token', made('github_pat_', letters)],
    ['a GitLab token', made('glpat-', letters.slice(0, 20))],
    ['a Slack token', made('xoxb-', '123456789012-abcdefghijkl')],
    ['a Slack hook', made('https://hooks.slack.com/serv', 'ices/T000/B000/XXXXyyyy')],
    ['a Google key', made('AIza', letters.slice(0, 35))],
    ['an Atlassian token', made('ATATT3', letters.slice(0, 40))],
    ['an Azure storage key', made('DefaultEndpointsProtocol=https;AccountKey=', `${letters}==`)],
    ['an Azure signature', made('https://x.blob.core.windows.net/a?sv=2024&sig=', `${letters}%3D`)],
    ['an Azure client secret', made('abc8Q~', letters.slice(0, 34))],
    ['a Stripe key', made('sk_live_', letters.slice(0, 24))],
    ['a web token', made('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl')],
    ['an HTTP header', made('Authorization: Basic ', 'QWJjZGVmZ2hpams6WA==')],
  ])('%s is a key or token', (_, text) => expect(likelySecret(text)).toBe('key or token'));

  it.each([
    ['password: xyz'],
    ['Password: Summer2026!'],
    ['pwd=xyz'],
    ['the VPN passphrase is Correct-Horse-7'],
    ['Log in as admin, password is hunter2, then restart'],
    ['PASSWORD = "tr0ub4dor&3"'],
    ["'password': 'tr0ub4dor'"],
    ['Passwort: geheim'],
    ['senha: chuva123'],
    ['PIN: 4711'],
    ['api key: AbCdEf1234567890GhIj'],
    ['Freshservice API_KEY=AbCdEf1234567890GhIj'],
    ['client_secret=0b5a7c'],
    ['token: 7f3a9c1e'],
    ['Server=db-2;User Id=sa;Password=Pa55;'],
    ['postgres://baton:s3cret@db-2.contoso.example/payroll'],
    ['login: admin / Passw0rd'],
    ['first line\npassword: orange\nlast line'],
  ])('%s is a password', text => expect(likelySecret(text)).toBe('password'));

  it.each([
    ['4111 1111 1111 1111'],
    ['4111-1111-1111-1111'],
    ['the card 5555555555554444 was refused'],
    ['2223003122003222'],
    ['3782 822463 10005'],
    ['30569309025904'],
    ['6011111111111117'],
    ['3530111333300000.'],
  ])('%s is a card number', text => expect(likelySecret(text)).toBe('card number'));
});

describe('what agents write all day is no secret:', () => {
  it.each([
    ['a ticket number', 'See INC0012345678901234 and #4711, SUP-1042'],
    ['a commit', 'Broken since 4f1c2d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e'],
    ['a SHA-256', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['a MAC address', '00:1B:44:11:3A:B7, 00-1B-44-11-3A-B7'],
    ['an IP address', '192.168.100.200:8443, 2001:0db8:85a3:0000:0000:8a2e:0370:7334'],
    ['a UUID', '123e4567-e89b-12d3-a456-426614174000'],
    ['a phone number', '+351 21 234 56 78, +44 20 7946 0958 ext 4111, 0049 30 901820 1234'],
    ['an IBAN', 'PT50 0002 0123 1234 5678 9015 4'],
    ['an IMEI', 'IMEI 356938035643809'],
    ['a SIM number', 'ICCID 8935101811234567894'],
    ['a time in ms', 'epoch 1772442000000, trace 1772442000000123'],
    ['a card number that is none', '4111 1111 1111 1112'],
    ['digits in other groups', '41 1111 1111 1111 11'],
    ['a decimal', '4111111111111111.5'],
    ['a password that is spoken of', 'The password is expired. Password: expired'],
    ['one that is reset', 'Password reset: done; user must change password at next logon'],
    ['where it is kept', 'password: see vault entry 12'],
    ['one that is not known', 'password: none, token: unknown'],
    ['a placeholder', 'password: ********, pwd=<yours>, token=${TOKEN}, secret: [redacted], Password=xxxx'],
    ['a placeholder in an address', 'postgres://user:<password>@db-2/payroll, ftp://a:***@b'],
    ['tests that pass', 'Pass: 12/14, fail: 2'],
    ['a pin of a connector', 'Pin 4: 3.3V, pin is bent'],
    ['a key of a keyboard', 'Key: F12, hotkey: Ctrl+Shift+K'],
    ['a licence', 'Licence key kept by procurement'],
    ['a path', 'https://vault.contoso.example/ui/vault/secrets/kv/show/db-2'],
    ['an address with a port', 'https://db-2.contoso.example:8443/login?user=ana@contoso.example'],
    ['a login page', 'Login: SSO / Azure AD'],
    ['a sentence on tokens', 'The token expired; a new token was issued by the IdP'],
    ['a public key', '-----BEGIN PUBLIC KEY-----'],
    ['a certificate', '-----BEGIN CERTIFICATE-----'],
  ])('%s', (_, text) => expect([text, likelySecret(text)]).toEqual([text, undefined]));
});

it('tells what it looks like and what to do about it', () => {
  expect(secretWarning('pwd=xyz')).toBe(
    'This looks like a password. Both parties will read it: leave it out, or say where it is kept.',
  );
  expect(secretWarning('')).toBeUndefined();
});

it('judges any text, however long, at once', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), text => void likelySecret(text)));
  const started = performance.now();
  for (const piece of ['password is ', '4111 ', 'a://b:', 'eyJaaaaaaaaaa.', 'login: a /', '1', 'pwd=']) {
    likelySecret(piece.repeat(400_000 / piece.length));
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});
