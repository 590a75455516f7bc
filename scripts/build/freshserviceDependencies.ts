import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FdkManifest } from './freshserviceManifest';

/**
 * Refuses a manifest whose `dependencies` are not exactly the libraries server.js requires, at the versions that
 * shared/package.json pins: the platform installs what the manifest says, and nothing else was tested.
 */
export function requireSameDependencies(root: string, manifest: FdkManifest, required: readonly string[]): void {
  const pinned = pinnedVersions(root);
  const names = [...new Set(required.map(packageName))].sort();
  const needed = Object.fromEntries(names.map(name => [name, pinned[name] ?? 'not pinned in shared/package.json']));
  const declared = Object.fromEntries(Object.entries(manifest.dependencies ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (JSON.stringify(needed) === JSON.stringify(declared)) return;
  const [want, have] = [needed, declared].map(list => JSON.stringify(list, null, 2));
  throw new Error(`freshservice-app/manifest.json must say "dependencies": ${want}, but says ${have}`);
}

function pinnedVersions(root: string): Readonly<Record<string, string>> {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'shared/package.json'), 'utf8')) as FdkManifest;
  return dependencies ?? {};
}

/** The package a module belongs to: "@noble/hashes/sha2" is of "@noble/hashes". */
function packageName(module: string): string {
  return module.split('/', module.startsWith('@') ? 2 : 1).join('/');
}
