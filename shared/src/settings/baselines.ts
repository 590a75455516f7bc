import type { Signer } from '../agreement';
import { DeskError } from '../failures';
import type { Baseline } from './baselineShape';

/** A baseline that a lead has frozen; it is never changed, the next one is kept beside it. */
export interface FrozenBaseline extends Baseline {
  /** From 1, in the order in which they were frozen. */
  readonly number: number;
  /** Epoch ms. */
  readonly at: number;
  readonly by: Signer;
  /** Whether the desk vouches for who it was. */
  readonly assurance: 'platform' | 'claimed';
}

/** A frozen baseline, and what whoever froze it is called. */
export interface BaselineView extends FrozenBaseline {
  readonly name: string;
}

/** Where a desk keeps what was frozen, each under its number. */
export interface BaselineShelf {
  /** @throws DeskError */
  read(number: number): Promise<FrozenBaseline | undefined>;
  /** False where there is one under that number. @throws DeskError */
  put(baseline: FrozenBaseline): Promise<boolean>;
}

/** Read at once, and far more than anybody freezes. */
const [AT_ONCE, MOST] = [5, 100];

/** All that was frozen, newest first. @throws DeskError */
export async function frozenBaselines(shelf: BaselineShelf): Promise<readonly FrozenBaseline[]> {
  const all: FrozenBaseline[] = [];
  while (all.length % AT_ONCE === 0 && all.length < MOST) {
    const numbers = Array.from({ length: AT_ONCE }, (_, n) => all.length + n + 1);
    const found = await Promise.all(numbers.map(number => shelf.read(number)));
    const kept = found.flatMap(baseline => baseline ?? []);
    if (kept.length === 0) break;
    all.push(...kept);
  }
  return all.reverse();
}

/**
 * Keeps a baseline beside those that were frozen before.
 *
 * @returns all of them, newest first
 * @throws DeskError, also where several people freeze at once
 */
export async function freeze(
  shelf: BaselineShelf,
  frozen: Omit<FrozenBaseline, 'number'>,
): Promise<readonly FrozenBaseline[]> {
  const before = await frozenBaselines(shelf);
  const baseline = { ...frozen, number: before.length + 1 };
  if (before.length < MOST && (await shelf.put(baseline))) return [baseline, ...before];
  throw new DeskError('busy', 'Somebody else has frozen a baseline at the same time.');
}
