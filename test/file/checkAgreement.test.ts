import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { storyText } from '../support/agreement';

const root = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'baton-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const keep = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** The command, as a pipeline calls it, one call after the other: loading what it needs once takes long enough. */
const driver = keep(
  'calls.cjs',
  `const script = ${JSON.stringify(resolve(root, 'scripts/checkAgreement.ts'))};
   for (const args of JSON.parse(process.argv[2])) {
     process.argv = ['node', 'checkAgreement', ...args];
     delete require.cache[script];
     require(script);
     console.log('ended with ' + process.exitCode + '\\n----');
     process.exitCode = 0;
   }`,
);

test('a pipeline learns by exit code and words whether an agreement can be used, and nothing raw', () => {
  const calls = [
    [keep('good.json', storyText({}))],
    [keep('bad.json', storyText({ 'intake.team': 'nobody' }))],
    [keep('cut.json', storyText({}).slice(0, 400))],
    [join(folder, 'missing.json')],
    ['--help'],
  ];
  const flags = ['--import', 'tsx', driver, JSON.stringify(calls)];
  const { stdout, stderr } = spawnSync(process.execPath, flags, { cwd: root, encoding: 'utf8', timeout: 60_000 });
  const [good, bad, cut, missing, help] = stdout.split('----\n');
  expect(good).toMatch(/can be used[^]*ended with 0/);
  expect(bad).toMatch(/intake\.team[^]*ended with 1/);
  expect(cut).toContain('ended with 2');
  expect(missing).toContain('ended with 2');
  expect(help).toMatch(/Usage: npm run check-agreement -- [^]*<file>[^]*ended with 0/);
  expect(stderr).toMatch(/cannot be read: .+\(line \d+, column \d+\)[^]*There is no such file\./);
  expect(`${stdout}${stderr}`).not.toMatch(/^ {4}at |Error:/m);
});
