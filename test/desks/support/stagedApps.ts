import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { fingerprintOf } from '../../../scripts/build/fingerprint';
import { readFdkManifest, serverNames } from '../../../scripts/build/freshserviceManifest';
import { bundleServer } from '../../../scripts/build/freshserviceServer';

const root = resolve(__dirname, '../../..');

const known = new Map<string, Promise<string>>();

/**
 * Where an app is staged, by a name and what it is made of; `fill` makes it once per state of the sources, which do not
 * change while a file of tests runs.
 */
export function staged(...wanted: Parameters<typeof stage>): Promise<string> {
  const [name] = wanted;
  const found = known.get(name) ?? stage(...wanted);
  known.set(name, found);
  return found;
}

/** Staged once per state of the sources, whoever asks first; a folder that is there is whole. */
async function stage(name: string, inputs: readonly string[], fill: (folder: string) => Promise<void>) {
  const mark = fingerprintOf(root, [...inputs, 'scripts/build', 'package-lock.json']).slice(0, 24);
  const folder = join(tmpdir(), 'baton-staged', `${name}-${mark}`);
  if (existsSync(folder)) return folder;
  mkdirSync(join(tmpdir(), 'baton-staged'), { recursive: true });
  const draft = mkdtempSync(join(tmpdir(), `baton-staged-${name}-`));
  await fill(draft);
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** A Forge app: a manifest and one bundle of functions; screens are an empty page, nobody looks at them. */
async function fillForge(folder: string, manifest: string, entry: string): Promise<void> {
  writeFileSync(join(folder, 'manifest.yml'), manifest);
  const { resources = [] } = parse(manifest) as { resources?: { path: string }[] };
  for (const { path } of resources) {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'index.html'), '<!doctype html><title>Baton</title>');
  }
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(folder, 'src/index.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
}

/** The Forge app's functions under its own manifest. */
export const stagedForge = (): Promise<string> =>
  staged('forge', ['manifest.yml', 'forge-app', 'shared/src'], folder =>
    fillForge(folder, readFileSync(join(root, 'manifest.yml'), 'utf8'), 'forge-app/src/index.ts'),
  );

/** The Forge app's ledger, and nothing else of it, behind the panel's resolver. */
export const stagedForgeLedger = (): Promise<string> =>
  staged('forge-ledger', ['manifest.yml', 'forge-app', 'shared/src', 'test/desks/support'], folder =>
    fillForge(folder, readFileSync(join(root, 'manifest.yml'), 'utf8'), 'test/desks/support/forgeLedgerDoor.ts'),
  );

function copyParts(folder: string): void {
  for (const part of ['manifest.json', 'README.md', 'config', 'app']) {
    cpSync(join(root, 'freshservice-app', part), join(folder, part), { recursive: true });
  }
}

/** The Freshservice app with its server code as it is shipped, its screens unbundled. */
export const stagedFreshservice = (): Promise<string> =>
  staged('freshservice', ['freshservice-app', 'shared/src'], async folder => {
    copyParts(folder);
    await bundleServer(root, folder, serverNames(readFdkManifest(join(root, 'freshservice-app'))));
  });

/** The Freshservice app's ledger, and nothing else of it, behind one server method. */
export const stagedFreshserviceLedger = (): Promise<string> =>
  staged('freshservice-ledger', ['freshservice-app', 'shared/src', 'test/desks/support'], async folder => {
    copyParts(folder);
    const manifest = readFdkManifest(join(root, 'freshservice-app'));
    const { requests = {} } = manifest.modules['common'] ?? {};
    const { location = {} } = manifest.modules['service_ticket'] ?? {};
    const functions = { panel: { timeout: 20 } };
    const modules = { common: { requests, functions }, service_ticket: { location } };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, modules }));
    // The bundler takes its source from a root with the app's own tree, so it is given one.
    const sources = join(folder, 'freshservice-app/src');
    mkdirSync(sources, { recursive: true });
    writeFileSync(join(sources, 'server.ts'), `export * from ${JSON.stringify(join(__dirname, 'fdkLedgerDoor.ts'))};`);
    await bundleServer(folder, folder, Object.keys(functions));
    rmSync(join(folder, 'freshservice-app'), { recursive: true });
  });
