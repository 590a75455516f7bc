import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const longestMs = 120_000;

interface Ended {
  readonly stdout: string;
  readonly killed?: boolean;
}

/** Runs a check that is a script of its own and answers the JSON it printed; one that found something ends with 1. */
export async function runChecker(script: string, args: readonly string[], cwd: string): Promise<unknown> {
  const limits = { timeout: longestMs, killSignal: 'SIGKILL', maxBuffer: 16 * 1024 * 1024 } as const;
  const { stdout, killed }: Ended = await run(process.execPath, [script, ...args], { cwd, ...limits }).catch(
    (failure: Error & Ended): Ended => {
      if (failure.stdout === '' && !failure.killed) throw failure;
      return failure;
    },
  );
  if (killed) throw new Error(`${basename(script)} was ended after ${longestMs / 1000} seconds.`);
  return JSON.parse(stdout) as unknown;
}
