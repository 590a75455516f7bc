import { spawn } from 'node:child_process';
import { root } from './install.mjs';

/**
 * Runs Node with these arguments in the repository's root until it ends, sharing this terminal.
 * Interrupts reach the child; this process waits for it, so that nothing is left running.
 * @param {{ env?: NodeJS.ProcessEnv, longestMinutes?: number }} options a child that takes longer is ended
 * @returns the exit code (1 when the child was ended by a signal)
 */
export function runNode(args, { env = process.env, longestMinutes } = {}) {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) endWithShell(child);
  if (longestMinutes) endAfter(child, longestMinutes);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', code => resolve(code ?? 1));
  });
}

/** A signal to npm ends the shell it runs this script in, and not this script. */
function endWithShell(child) {
  const shell = process.ppid;
  const watch = setInterval(() => process.ppid === shell || child.kill('SIGTERM'), 500);
  child.on('exit', () => clearInterval(watch));
}

function endAfter(child, minutes) {
  const limit = setTimeout(() => {
    console.error(`\nNot done after ${minutes} minutes: ended.`);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
  }, minutes * 60_000);
  child.on('exit', () => clearTimeout(limit));
}
