import type { Passage } from '../../clock';
import { StorageError } from './storageError';

/** Per installation: reads and writes per minute in units of 10 KB, each request rounded up. */
export interface UnitsPerMinute {
  readonly read: number;
  readonly write: number;
}

/** The documented figures. */
export const UNITS_PER_MINUTE: UnitsPerMinute = { read: 4_000, write: 4_000 };
const REQUESTS_PER_SECOND = 1_000;
const UNIT_BYTES = 10 * 1024;

interface Window {
  workbench: number;
  machine: number;
  used: number;
}

/** Counts one kind of use in windows of a fixed length. */
export interface Allowance {
  /** False when the window has no room for so much more. */
  take(amount: number): boolean;
}

/**
 * A window ends when its length has passed on the workbench's clock or on the machine's: a jump gives a fresh
 * allowance, and a paused workbench does not stay exhausted for ever.
 */
export function allowance(most: number, lengthMs: number, { now, elapsed }: Passage): Allowance {
  let window: Window = { workbench: -Infinity, machine: -Infinity, used: 0 };
  return {
    take: amount => {
      const [workbench, machine] = [now(), elapsed()];
      if (workbench - window.workbench >= lengthMs || machine - window.machine >= lengthMs) {
        window = { workbench, machine, used: 0 };
      }
      if (window.used + amount > most) return false;
      window.used += amount;
      return true;
    },
  };
}

export interface StorageQuota {
  /** Counts one request; throws when the second's allowance is used up. */
  request(): void;
  /** Counts bytes read or written; throws when the minute's allowance is used up. */
  charge(kind: 'read' | 'write', bytes: number): void;
}

export function storageQuota(clock: Passage, most: UnitsPerMinute = UNITS_PER_MINUTE): StorageQuota {
  const requests = allowance(REQUESTS_PER_SECOND, 1_000, clock);
  const units = {
    read: allowance(most.read, 60_000, clock),
    write: allowance(most.write, 60_000, clock),
  };
  return {
    request: () => {
      if (!requests.take(1)) throw new StorageError('RATE_LIMIT_EXCEEDED', 'More than 1,000 requests a second', 429);
    },
    charge: (kind, bytes) => {
      if (units[kind].take(Math.max(1, Math.ceil(bytes / UNIT_BYTES)))) return;
      throw new StorageError('RATE_LIMIT_EXCEEDED', `More than ${most[kind]} ${kind} units in a minute`, 429);
    },
  };
}
