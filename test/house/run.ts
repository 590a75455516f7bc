import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The repository's root folder. */
export const root = resolve(__dirname, '../..');

/** A tool that starts several compilers may take this long on a busy machine; then it is ended. */
const longestMs = 240_000;

/** What a test that runs such a tool is given. */
export const patience = longestMs + 10_000;

/**
 * Runs a script of the repository or of a package with Node, in the root unless told otherwise, and answers what it
 * printed, whether or not it was content.
 */
export function runNode(args: readonly string[], { cwd = root, input }: { cwd?: string; input?: string } = {}): string {
  const { error, status, stdout, stderr } = spawnSync(process.execPath, [...args], {
    ...{ cwd, input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    ...{ timeout: longestMs, killSignal: 'SIGKILL' },
  });
  if (error) throw error;
  if (status !== 0 && stdout === '') throw new Error(stderr);
  return stdout;
}
