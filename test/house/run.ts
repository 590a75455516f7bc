import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The repository's root folder. */
export const root = resolve(__dirname, '../..');

/** How a tool of the house ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly complaints: string;
}

/** Runs a script of the repository or of a package with Node, in the root unless told otherwise. */
export function runNode(args: readonly string[], { cwd = root, input }: { cwd?: string; input?: string } = {}): Ended {
  const ended = spawnSync(process.execPath, [...args], { cwd, input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { code: ended.status, output: ended.stdout, complaints: ended.stderr };
}

/** A tool that starts several compilers may take this long on a busy machine. */
export const patience = 180_000;
