import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test(
  'a handler that is not exported is an error, not a warning',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'baton-staged-'));
    cpSync(join(root, 'dist/forge'), folder, { recursive: true });
    const manifest = join(folder, 'manifest.yml');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('index.sweep', 'index.swept'));
    const found = await lintForgeApp(folder);
    rmSync(folder, { recursive: true });
    expect(found).toMatchObject([{ level: 'error', message: expect.stringContaining('swept') }]);
  },
  patience,
);
