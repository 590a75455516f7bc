import { isBuiltin } from 'node:module';
import { at, entriesOf, textOf } from './json';
import { rule, type Rule } from './rule';
import type { StagedApp } from './stagedApp';

const file = 'manifest.json';

/** M19: the platform installs exactly the libraries that the server requires. */
export const libraryRules: readonly Rule[] = [
  rule('M19', file, app => [
    ...declared(app)
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(textOf(version)))
      .map(([name]) => `The version of ${name} must be exact`),
    ...declared(app)
      .filter(([name]) => !required(app).includes(name))
      .map(([name]) => `${name} is a dependency, but server code does not require it`),
    ...required(app)
      .filter(name => !declared(app).some(([other]) => other === name))
      .map(name => `Server code requires ${name}, which is no dependency${isBuiltin(name) ? ' (nor available)' : ''}`),
  ]),
];

function declared({ manifest }: StagedApp): [string, unknown][] {
  return entriesOf(at(manifest, 'dependencies'));
}

function required(app: StagedApp): string[] {
  const modules = app
    .scripts('server')
    .flatMap(script => [...app.text(script).matchAll(/\brequire\(\s*['"]([^'".][^'"]*)['"]\s*\)/g)])
    .map(([, module = '']) => module.split('/', module.startsWith('@') ? 2 : 1).join('/'));
  return [...new Set(modules)];
}
