import { build, type BuildOptions } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { appContext, commonJsScript, runCommonJs } from './appContext';

/** Gives the app a library that its manifest names, or undefined. */
export type DependencyLoader = (name: string) => unknown;

const packageName = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

const bundleOptions: BuildOptions = {
  bundle: true,
  write: false,
  format: 'cjs',
  target: 'es2020',
  platform: 'neutral',
  mainFields: ['main', 'module'],
  conditions: ['require'],
  external: [...builtinModules, ...builtinModules.map(name => `node:${name}`)],
  logLevel: 'silent',
};

const foldersUpward = (from: string): string[] => {
  const above = dirname(from);
  return above === from ? [from] : [from, ...foldersUpward(above)];
};

const folderWith = (packaged: string, startingPoints: string[]): string | undefined =>
  startingPoints
    .flatMap(foldersUpward)
    .find(folder => existsSync(join(folder, 'node_modules', packaged, 'package.json')));

const installedVersion = (folder: string, packaged: string): string =>
  (JSON.parse(readFileSync(join(folder, 'node_modules', packaged, 'package.json'), 'utf8')) as { version: string })
    .version;

const requiredNames = (code: string): string[] =>
  [...code.matchAll(/\brequire\(\s*['"]([^'".][^'"]*)['"]\s*\)/g)].map(([, name]) => name as string);

const bundle = async (name: string, folder: string): Promise<string> => {
  const contents = `module.exports = require(${JSON.stringify(name)});`;
  const result = await build({ ...bundleOptions, stdin: { contents, resolveDir: folder } });
  return result.outputFiles?.[0]?.text ?? '';
};

const made = new Map<string, Promise<string>>();

/** A library of a version is bundled once for all desks of this process. */
function bundled(name: string, folder: string, version: string): Promise<string> {
  const key = `${folder} ${name} ${version}`;
  const found = made.get(key) ?? bundle(name, folder);
  made.set(key, found);
  return found;
}

/** What to load, and from where. */
export interface WantedDependencies {
  /** The manifest's dependencies, at exact versions. */
  declared: Record<string, string>;
  serverCode: string[];
  /** Folders from which node_modules is looked for, upwards. */
  startingPoints: string[];
  now(): number;
  warn(line: string): void;
}

/**
 * Prepares the manifest's dependencies that the server code requires. They run once, in a context of their
 * own with the same globals and clock as the app's, and are lent to every call: starting a large library
 * costs 10 ms, a call should cost one. As on the platform, their classes are not the calling context's.
 */
export async function loadDependencies(wanted: WantedDependencies): Promise<DependencyLoader> {
  const { declared, serverCode, startingPoints, now, warn } = wanted;
  const { context } = appContext({ now, log: () => undefined, operate: () => undefined, reply: () => undefined });
  const loaded = new Map<string, unknown>();
  const refuse = (name: string): never => {
    throw new Error(`Cannot find module '${name}'`);
  };
  for (const name of new Set(serverCode.flatMap(requiredNames))) {
    const packaged = packageName(name);
    const folder = packaged in declared ? folderWith(packaged, startingPoints) : undefined;
    if (!folder) continue;
    const version = installedVersion(folder, packaged);
    if (version !== declared[packaged])
      warn(`manifest names ${packaged} ${declared[packaged]}, ${version} is installed`);
    loaded.set(name, runCommonJs(commonJsScript(await bundled(name, folder, version), name), context, name, refuse));
  }
  return name => loaded.get(name);
}
