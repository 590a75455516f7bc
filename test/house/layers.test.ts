import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { patience, root, runNode } from './run';

const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const layers = join(root, 'scripts/lint/layers.cjs');

interface Cruise {
  readonly summary: { readonly violations: readonly { from: string; to: string; rule: { name: string } }[] };
}

function brokenLayers(folders: readonly string[], cwd = root): string[] {
  const output = runNode([cruiser, '--config', layers, '--output-type', 'json', ...folders], { cwd });
  const { summary } = JSON.parse(output) as Cruise;
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

describe('every import goes down the layers', () => {
  test(
    'in this repository',
    () => {
      expect(brokenLayers(['shared', 'forge-app', 'freshservice-app', 'scripts', 'test'])).toEqual([]);
    },
    patience,
  );

  test(
    'and one that does not is named',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'baton-layers-'));
      const write = (file: string, code: string): void => {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), code);
      };
      write('tsconfig.base.json', '{}');
      write('shared/src/panel/view.ts', 'export const view = 1;\n');
      write('shared/src/review/week.ts', "export { view } from '../panel/view';\n");
      write('shared/src/time/early.ts', "export { view } from '../panel/view';\n");
      write('forge-app/src/index.ts', "export { view } from '../../shared/src/panel/view';\n");
      write('freshservice-app/src/server.ts', "export * from '../../forge-app/src/index';\n");
      const found = brokenLayers(['shared', 'forge-app', 'freshservice-app'], folder).sort();
      rmSync(folder, { recursive: true });
      expect(found).toEqual([
        'freshservice-app-stands-alone: freshservice-app/src/server.ts -> forge-app/src/index.ts',
        'front-doors: forge-app/src/index.ts -> shared/src/panel/view.ts',
        'review-looks-down: shared/src/review/week.ts -> shared/src/panel/view.ts',
        'time-looks-down: shared/src/time/early.ts -> shared/src/panel/view.ts',
      ]);
    },
    patience,
  );
});
