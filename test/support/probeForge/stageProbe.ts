import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { staged } from '../../desks/support/stagedApps';

/** Stages the probe app as a deployment would hold it, once per manifest. `change` may change the manifest's text. */
export function stageProbe(change: (text: string) => string = text => text): Promise<string> {
  const manifest = change(readFileSync(join(__dirname, 'manifest.yml'), 'utf8'));
  const mark = createHash('sha256').update(manifest).digest('hex').slice(0, 8);
  return staged(`probe-${mark}`, ['test/support/probeForge'], folder => fill(folder, manifest));
}

async function fill(folder: string, manifest: string): Promise<void> {
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
}
