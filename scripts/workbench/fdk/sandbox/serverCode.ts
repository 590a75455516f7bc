import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type vm from 'node:vm';
import { commonJsScript, runCommonJs } from './appContext';
import type { DependencyLoader } from './dependencies';

/** The server folder of a staged app, compiled once. */
export interface ServerCode {
  /** Source of every script, to see what it requires. */
  sources: string[];
  /** Runs server.js in a fresh context and returns its exports. */
  run(context: vm.Context, dependencies: DependencyLoader): unknown;
}

const scriptsBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .map(entry => join(entry.parentPath, entry.name))
        .filter(
          path => path.endsWith('.js') && !relative(folder, path).startsWith('test_data') && statSync(path).isFile(),
        )
    : [];

const localFile = (from: string, name: string): string | undefined =>
  [name, `${name}.js`, `${name}.json`, `${name}/index.js`]
    .map(candidate => join(dirname(from), candidate))
    .find(path => existsSync(path) && statSync(path).isFile());

/** Reads and compiles the server folder. */
export function readServerCode(appFolder: string): ServerCode {
  const root = join(appFolder, 'server');
  const sources = new Map(scriptsBelow(root).map(path => [path, readFileSync(path, 'utf8')]));
  const scripts = new Map([...sources].map(([path, code]) => [path, commonJsScript(code, path)]));

  const run = (context: vm.Context, dependencies: DependencyLoader) => {
    const started = new Map<string, unknown>();
    const load = (path: string): unknown => {
      if (started.has(path)) return started.get(path);
      const script = scripts.get(path);
      if (!script) throw new Error(`${path} not found`);
      started.set(path, {});
      const exported = runCommonJs(script, context, path, requireFrom(path));
      started.set(path, exported);
      return exported;
    };
    const requireFrom = (from: string) => (name: string) => {
      const found = name.startsWith('.') ? loadLocal(from, name) : dependencies(name);
      if (found === undefined) throw new Error(`Cannot find module '${name}'`);
      return found;
    };
    const loadLocal = (from: string, name: string): unknown => {
      const path = localFile(from, name);
      if (!path || relative(root, path).startsWith('..')) return undefined;
      return path.endsWith('.json') ? parseIn(context, readFileSync(path, 'utf8')) : load(path);
    };
    return load(join(root, 'server.js'));
  };
  return { sources: [...sources.values()], run };
}

const parseIn = (context: vm.Context, text: string): unknown => {
  const { JSON: own } = context as unknown as { JSON?: JSON };
  return (own ?? JSON).parse(text);
};
