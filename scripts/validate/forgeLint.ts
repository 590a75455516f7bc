import { resolve } from 'node:path';
import { forgeFindings } from './forgeRules';
import type { Finding } from './finding';
import { runChecker } from './runChecker';

const linter = resolve(__dirname, 'forgeLinters.cjs');

/** A function without its export is a warning to the linters, since they cannot read every bundle; ours they can. */
const strictly = (finding: Finding): Finding =>
  /^Cannot find exported function/.test(finding.message) ? { ...finding, level: 'error' } : finding;

/** What Forge's own client-side linters say about a staged app; they read the working directory, so in a process of their own. */
export async function lintForgeApp(folder: string): Promise<Finding[]> {
  const found = (await runChecker(linter, [], folder)) as Finding[];
  return [...found.map(strictly), ...forgeFindings(folder)];
}
