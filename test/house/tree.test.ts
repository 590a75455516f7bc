import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './run';

const topLevel = [
  ...['.ci', '.gitignore', '.npmrc', '.nvmrc', 'CHANGELOG.md', 'LICENSE', 'README.md', 'forge-app', 'freshservice-app'],
  ...['manifest.yml', 'package-lock.json', 'package.json', 'scripts', 'shared', 'test', 'tsconfig.base.json'],
];
const empty = /^(utils?|helpers?|common|managers?|types?)\./i;
const mostCoreLines = 180;

/** Every file git keeps or would keep. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(file => file !== '' && existsSync(join(root, file)));

test('the top level is the one the design draws', () => {
  expect([...new Set(files.map(file => file.split('/')[0]))].sort()).toEqual([...topLevel].sort());
});

test('no file has a name that says nothing', () => {
  expect(files.filter(file => empty.test(basename(file)))).toEqual([]);
});

test(`no core file is longer than ${mostCoreLines} lines`, () => {
  const lengthOf = (file: string): number => readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length;
  const core = files.filter(file => /^shared\/src\/.*\.ts$/.test(file));
  expect(core.map(file => [file, lengthOf(file)]).filter(([, length]) => Number(length) > mostCoreLines)).toEqual([]);
});
