import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const longestWaitMs = 120_000;

/** Runs the work while no other process builds into the same folder. A lock left by a dead process is taken over. */
export async function whileLocked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, '.building');
  await acquire(lock, Date.now() + longestWaitMs);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function acquire(lock: string, until: number): Promise<void> {
  while (!isTaken(lock)) {
    if (!isOwnerAlive(lock)) rmSync(lock, { force: true });
    if (Date.now() > until) throw new Error(`Another build holds ${lock} for too long.`);
    await pause(50);
  }
}

function isTaken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function isOwnerAlive(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
