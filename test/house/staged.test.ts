import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Validation } from '../../scripts/validate';
import { lintForgeApp } from '../../scripts/validate/forgeLint';
import { patience, root, runNode } from './run';

let validation: Validation;

beforeAll(() => {
  validation = JSON.parse(runNode(['--import', 'tsx', 'scripts/validate.ts', '--json', '--unchanged'])) as Validation;
}, patience);

describe('what we stage is what the platforms take', () => {
  test("Forge's linters find nothing in dist/forge", () => expect(validation.forge).toEqual([]));
  test("the FDK's rules and lint find nothing in dist/freshservice", () => expect(validation.freshservice).toEqual([]));
  test("the vendor's review scripts pass dist/freshservice", () => expect(validation.freshserviceReview).toEqual([]));
});

/** As the staged app, but for handlers that do nothing: the linters need long to read ours. */
function appOfEmptyHandlers(folder: string): string {
  cpSync(join(root, 'dist/forge'), folder, { recursive: true });
  const manifest = readFileSync(join(folder, 'manifest.yml'), 'utf8');
  const { modules } = parse(manifest) as { modules: { function: { handler: string }[] } };
  const names = modules.function.map(({ handler }) => handler.replace('index.', ''));
  writeFileSync(join(folder, 'src/index.js'), names.map(name => `exports.${name} = () => 0;\n`).join(''));
  return manifest;
}

test(
  'a handler that is not exported is an error, not a warning',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'baton-staged-'));
    const manifest = appOfEmptyHandlers(folder);
    writeFileSync(join(folder, 'manifest.yml'), manifest.replace('index.sweep', 'index.swept'));
    const found = await lintForgeApp(folder);
    rmSync(folder, { recursive: true });
    expect(found).toMatchObject([{ level: 'error', message: expect.stringContaining('swept') }]);
  },
  patience,
);
