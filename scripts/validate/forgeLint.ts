import { resolve } from 'node:path';
import type { Finding } from './finding';
import { runChecker } from './runChecker';

const linter = resolve(__dirname, 'forgeLint.cjs');

/** What Forge's own client-side linters say about a staged app; they read the working directory, so in a process of their own. */
export async function lintForgeApp(folder: string): Promise<Finding[]> {
  return (await runChecker(linter, [], folder)) as Finding[];
}
