import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const staged = new Map<string, Promise<string>>();

/** Stages the probe app as a deployment would hold it, once per manifest. `change` may change the manifest's text. */
export function stageProbe(change: (text: string) => string = text => text): Promise<string> {
  const manifest = change(readFileSync(join(__dirname, 'manifest.yml'), 'utf8'));
  const folder = staged.get(manifest) ?? stage(manifest);
  staged.set(manifest, folder);
  return folder;
}

/** Takes away what was staged. */
export async function removeStaged(): Promise<void> {
  for (const folder of await Promise.all(staged.values())) rmSync(folder, { recursive: true, force: true });
}

async function stage(manifest: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'probe-forge-'));
  const at = (...path: string[]) => join(folder, ...path);
  mkdirSync(at('static'));
  writeFileSync(at('manifest.yml'), manifest);
  for (const file of ['panel.html', 'panel.css']) cpSync(join(__dirname, file), at('static', file));
  const shared = { bundle: true, logLevel: 'error' as const, absWorkingDir: __dirname };
  await build({ ...shared, entryPoints: ['app.ts'], outfile: at('src', 'index.js'), platform: 'node', format: 'cjs' });
  await build({
    ...shared,
    entryPoints: ['panel.ts'],
    outfile: at('static', 'panel.js'),
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return folder;
}
