import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fdkFindings } from '../../scripts/validate/fdk';
import { lintScript } from '../../scripts/validate/fdk/lint';

type Parts = Record<string, string>;

const icon = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" />';
const template = {
  schema: { method: 'GET', host: '<%= iparam.domain %>', path: '/a', headers: { 'Content-Type': 'application/json' } },
  options: { maxAttempts: 2, retryDelay: 500 },
};
const manifest = {
  'platform-version': '3.0',
  modules: {
    common: {
      events: { onAppInstall: { handler: 'install' } },
      functions: { panel: { timeout: 20 } },
      requests: { get: {} },
    },
    service_ticket: { location: { ticket_sidebar: { url: 'page.html', icon: 'icon.svg' } } },
  },
  dependencies: { zod: '4.6.7' },
  engines: { node: '24.11.0', fdk: '10.1.2' },
};
const iparams = {
  domain: { display_name: 'Domain', type: 'text', regex: { form: '^.+$', 'form-error': 'Write a domain.' } },
  api_key: { display_name: 'Key', type: 'text', secure: true },
};

const sound: Parts = {
  'manifest.json': JSON.stringify(manifest),
  'README.md': '# App',
  'config/requests.json': JSON.stringify({ get: template }),
  'config/iparams.json': JSON.stringify(iparams),
  'app/page.html': '<!doctype html>',
  'app/icon.svg': icon,
  'app/page.js': "client.request.invoke('panel', {});",
  'server/server.js': "const z = require('zod');\nexports = { install: function () { z.a(); }, panel: z.b };\n",
};

function findings(parts: Parts): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'baton-fdk-'));
  for (const [file, text] of Object.entries(parts)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const found = fdkFindings(folder).map(({ rule, message }) => `${rule} ${message}`);
  rmSync(folder, { recursive: true });
  return found;
}

const swap = (file: string, from: string, to: string): Parts => {
  const text = sound[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  return { ...sound, [file]: text.replace(from, to) };
};
const without = (file: string): Parts => Object.fromEntries(Object.entries(sound).filter(([name]) => name !== file));
const manifestWith = (from: string, to: string): Parts => swap('manifest.json', from, to);
const templateWith = (from: string, to: string): Parts => swap('config/requests.json', from, to);
const fieldWith = (from: string, to: string): Parts => swap('config/iparams.json', from, to);

const field = (more: object) => ({ name: 'a', type: 'text', ...more });
const entities = (content: object): Parts => ({ ...sound, 'config/entities.json': JSON.stringify(content) });

test('a sound app has no finding', () => expect(findings(sound)).toEqual([]));

test.each<[string, Parts]>([
  ['M1 There is no manifest.json with one JSON object in it.', { ...sound, 'manifest.json': '{' }],
  ['M2 platform-version must be "3.0".', manifestWith('"3.0"', '"2.3"')],
  ["M3 must have required property 'engines' in manifest.json", manifestWith('"engines"', '"scripts"')],
  ["M4 must NOT have additional properties 'name'", manifestWith('{', '{"name":"x",')],
  ['M5 "whitelisted-domains" has been deprecated', manifestWith('{', '{"whitelisted-domains":[],')],
  ['M6 At least one module apart from common must be mentioned', manifestWith('service_ticket', 'common')],
  [
    'M7 Invalid location(s) mentioned in modules in manifest.json: service_ticket - full_page_app',
    manifestWith('ticket_sidebar', 'full_page_app'),
  ],
  ["M8 Invalid event: 'onNoon' for module: common", manifestWith('onAppInstall', 'onNoon')],
  ['/modules/common/functions must NOT have fewer than 1 properties', manifestWith('{"panel":{"timeout":20}}', '{}')],
  ['M10 Template file of ticket_sidebar not found: app/none.html', manifestWith('page.html', 'none.html')],
  ['M11 The icon of ticket_sidebar (app/icon.svg)', swap('app/icon.svg', 'width="64"', 'width="32"')],
  ['M12 The handler of onAppInstall, gone, is not exported', manifestWith('"install"', '"gone"')],
  ['M13 Function "9" has invalid name', manifestWith('"panel"', '"9"')],
  ['M14 Function other is not defined', manifestWith('"panel"', '"other"')],
  ['M15 Timeout should be one of the allowed values, not 10.', manifestWith('20', '10')],
  ['M16 Requested function not found or registered: nope', swap('app/page.js', 'panel', 'nope')],
  ["M17 Request template 'got' is not defined in config/requests.json", manifestWith('"get"', '"got"')],
  ["M18 request template 'get' is declared but not associated", manifestWith('"get"', '"got"')],
  ['M19 The version of zod must be exact', manifestWith('4.6.7', '^4.6.7')],
  ['M19 Server code requires zod, which is no dependency', manifestWith('"zod"', '"yup"')],
  ['D1 Mandatory folder(s) missing: server/server.js', without('server/server.js')],
  ['D2 Specify either iparams.html or iparams.json', { ...sound, 'config/iparams.html': '' }],
  ['D3 Config directory has invalid file(s) - oauth.json', { ...sound, 'config/oauth.json': '{}' }],
  ['D4 A review asks for a README.md', without('README.md')],
  ['D5 App file exceeds threshold size(2MB): app/big.js', { ...sound, 'app/big.js': ' '.repeat(2_100_000) }],
  ['D6 app_settings.json and an exported onSettingsUpdate', { ...sound, 'config/app_settings.json': '{}' }],
  ['D7 config/requests.json must hold one JSON object', { ...sound, 'config/requests.json': '[]' }],
  ["R1 Request template 'get' must have required property 'schema'", templateWith('"schema"', '"options"')],
  [
    "R2 Request template 'get' must NOT have additional properties 'protocol'",
    templateWith('{"schema', '{"protocol":"https","schema'),
  ],
  [
    "R3 Request template 'get' must NOT have additional properties 'body'",
    templateWith('"method"', '"body":"","method"'),
  ],
  ["R4 Request template 'get' schema/method", templateWith('GET', 'FETCH')],
  ["R5 Request template 'get' schema/protocol must be https", templateWith('"method"', '"protocol":"http","method"')],
  ["R6 Request template 'get' schema/host must be FQDN", templateWith('<%= iparam.domain %>', 'https://a.b')],
  ["R7 Request template 'get' schema/path must start with '/'", templateWith('"/a"', '"a"')],
  ["R8 Request template 'get' options/maxAttempts", templateWith('"maxAttempts":2', '"maxAttempts":6')],
  ["R9 Request template 'g t' has an invalid name", templateWith('"get"', '"g t"')],
  ["R10 Request template 'get' Invalid iparam substitution: api_key", templateWith('"/a"', '"/<%= iparam.api_key %>"')],
  ["R11 Request template 'get' Content-Type image/png is not supported", templateWith('application/json', 'image/png')],
  ['R12 get is no longer supported in Request API', swap('server/server.js', 'z.a()', '$request.get(z)')],
  ["I1 Invalid attribute, colour, found in the 'domain' field.", fieldWith('"type"', '"colour":"red","type"')],
  ["I2 The mandatory key(s), display_name, missing for the 'domain' field.", fieldWith('"Domain"', '""')],
  ["I3 Invalid type, poem, found in the 'domain' field.", fieldWith('"text"', '"poem"')],
  ["I4 The 'domain' field needs options.", fieldWith('"text"', '"radio"')],
  ["I5 The default value specified for the 'domain' dropdown", fieldWith('"text"', '"dropdown","options":["a"]')],
  ['I6 The rule form of', fieldWith('form-error', 'other-error')],
  ["I7 secure of 'api_key' must be true or false.", fieldWith('true', '"yes"')],
  ['I8 Mandatory key(s) `product` missing', fieldWith('"text"', '"domain"')],
  ["I9 The change event of 'domain' needs a function", fieldWith('"text"', '"text","events":{"change":"go"}')],
  ['S1 manifest.json has a key twice', manifestWith('"get":{}', '"get":{},"get":{}')],
  ["S2 /modules/common must NOT have additional properties 'function'", manifestWith('"functions"', '"function"')],
  [
    "S3 /modules/common/functions/panel must NOT have additional properties 'wait'",
    manifestWith('"timeout"', '"wait"'),
  ],
  ["S3 /modules/common/requests/get must NOT have additional properties 'cache'", manifestWith('{}', '{"cache":1}')],
  ['S4 engines.node must be an exact', manifestWith('24.11.0', '18.1.0')],
  ['S4 engines.fdk must be an exact', manifestWith('10.1.2', 'latest')],
  ['S5 Invalid iparam substitution: domian is no installation parameter', templateWith('.domain', '.domian')],
  ['E1 An app may have five entities', entities(Object.fromEntries([...'abcdef'].map(name => [name, {}])))],
  ["E2 rows has a field with an invalid name: 'a b'", entities({ rows: { fields: [{ name: 'a b', type: 'text' }] } })],
  ['E3 rows.a has an invalid type', entities({ rows: { fields: [{ name: 'a', type: 'bigint' }] } })],
  ["E4 rows.a must NOT have additional properties 'index'", entities({ rows: { fields: [field({ index: true })] } })],
  ["I10 iparam 'api_key' appears to be a secure param", fieldWith('"secure":true', '"required":true')],
])('%s', (finding, parts) => {
  expect(findings(parts)).toContainEqual(expect.stringContaining(finding));
});

describe('the lint', () => {
  const rulesIn = async (file: string, code: string): Promise<string[]> =>
    (await lintScript(file, code)).map(({ rule }) => rule);

  test.each([
    ['no-var', 'var a = 1;\nexports = { a: a };\n'],
    ['require-await', 'exports = { a: async () => 1 };\n'],
    ['no-unused-vars', 'exports = { a: function (unused) { return 1; } };\n'],
    ['complexity', `exports = { a: b => ${'b ? 1 : '.repeat(7)} 0 };\n`],
    ['fdk/no-unhandled-promise', 'function a(b) {\n  b().then(c => c);\n}\nexports = { a };\n'],
    ['fdk/no-unpkg-cdn', "exports = { a: 'https://unpkg.com/x' };\n"],
    ['parse', 'exports = { a: b => { b ??= 1; } };\n'],
  ])('sees %s in server code, minified or not', async (rule, code) => {
    expect(await rulesIn('server/server.js', code)).toContain(rule);
  });

  test('is told nothing by comments', async () => {
    expect(await rulesIn('server/server.js', '/* eslint-disable */\nvar a = 1;\nexports = { a: a };\n')).toContain(
      'no-var',
    );
  });

  test('leaves a minified page script alone and reads an indented one', async () => {
    expect(await rulesIn('app/page.js', 'var a=1;a==2&&a();')).toEqual([]);
    expect(await rulesIn('app/page.js', 'function a() {\n  var b = 1;\n  return b;\n}\na();\n')).toContain('no-var');
    expect(await rulesIn('app/page.js', 'function a() {\n  return fetch("/x");\n}\na();\n')).toContain(
      'fdk/no-non-client-request-model',
    );
  });

  test('sees a variable that an inner function assigns', async () => {
    const code = 'let a = 0;\nfunction b() {\n  a = 1;\n  return a;\n}\nb();\n';
    expect(await rulesIn('app/page.js', code)).toContain('fdk/no-cross-scope-assign');
  });
});
