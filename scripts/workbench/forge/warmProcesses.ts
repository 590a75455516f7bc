import type { ChildProcess } from 'node:child_process';

/** Processes of an app by how they were started; absent while none is kept. */
let kept: Map<string, ChildProcess[]> | undefined;

/**
 * From now on the process of a host that stops is kept for the next host of the same app, as the platform lets one
 * runtime serve several installations: what an app remembers of one of them must not reach another.
 */
export function keepProcesses(): void {
  kept ??= new Map();
}

/** Ends the processes that are kept, and keeps no more. */
export async function endKeptProcesses(): Promise<void> {
  const all = [...(kept?.values() ?? [])].flat();
  kept = undefined;
  await Promise.all(all.map(endProcess));
}

/** Takes a process in which nothing is left to do. False when none are kept. */
export function keepProcess(key: string, child: ChildProcess): boolean {
  if (!kept || !child.connected) return false;
  for (const source of [child, child.stdout, child.stderr]) source?.removeAllListeners();
  kept.set(key, [...(kept.get(key) ?? []), child]);
  return true;
}

/** A process that is kept and was started like this, if there is one; it is kept no longer. */
export function takeProcess(key: string): ChildProcess | undefined {
  const child = kept?.get(key)?.pop();
  return child?.connected ? child : undefined;
}

/** Ends a process and waits until it has. */
export async function endProcess(child: ChildProcess): Promise<void> {
  const gone = new Promise(resolve => child.once('exit', resolve));
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await gone;
}
