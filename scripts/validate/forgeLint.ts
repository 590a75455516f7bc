import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Finding } from './finding';

const linter = resolve(__dirname, 'forgeLint.cjs');
const run = promisify(execFile);

/** What Forge's own client-side linters say about a staged app; they read the working directory, so in a process of their own. */
export async function lintForgeApp(folder: string): Promise<Finding[]> {
  const { stdout } = await run(process.execPath, [linter], { cwd: folder, maxBuffer: 16 * 1024 * 1024 });
  return JSON.parse(stdout) as Finding[];
}
