import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './run';

const topLevel = [
  ...['.ci', '.gitignore', '.npmrc', '.nvmrc', 'CHANGELOG.md', 'LICENSE', 'README.md', 'forge-app', 'freshservice-app'],
  ...['manifest.yml', 'package-lock.json', 'package.json', 'scripts', 'shared', 'test', 'tsconfig.base.json'],
];
const empty = /^(utils?|helpers?|common|managers?|types?)\./i;

/** Every file git keeps or would keep. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  ...{ cwd: root, encoding: 'utf8', timeout: 30_000 },
})
  .split('\n')
  .filter(file => file !== '' && existsSync(join(root, file)));

test('the top level is the one the design draws', () => {
  expect([...new Set(files.map(file => file.split('/')[0]))].sort()).toEqual([...topLevel].sort());
});

test('no file has a name that says nothing', () => {
  expect(files.filter(file => empty.test(basename(file)))).toEqual([]);
});

test('no two modules are told apart by capitals alone, which not every file system and bundler sees', () => {
  const modules = new Set(files.map(file => file.replace(/(\.test)?\.(ts|tsx|mjs|cjs)$/, '')));
  const folded = new Map<string, string[]>();
  for (const module of modules) folded.set(module.toLowerCase(), [...(folded.get(module.toLowerCase()) ?? []), module]);
  expect([...folded.values()].filter(({ length }) => length > 1)).toEqual([]);
});
