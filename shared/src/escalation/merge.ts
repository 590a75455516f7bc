import { resolveReading } from './promise';
import type { FactData } from './events';
import type { CustodyEntry, Open } from './state';
import type { Stretch } from './stretch';
import { pinned } from './targets';
import { waterfall } from './waterfall';

/** What a ticket brings into another one when it is merged: its past, and when it would have been due. Epoch ms. */
export interface Brought {
  readonly openedAt: number;
  readonly custody: readonly CustodyEntry[];
  readonly stretches: readonly Stretch[];
  readonly dueAt: number;
  readonly firstReplyAt?: number;
}

/** So much of a long past is carried over in detail; what is older is told by its first entry. */
const MOST = 60;

/** What is left of a list that is too long: its beginning, and its end. */
const shortened = <T>(list: readonly T[]): readonly T[] =>
  list.length <= MOST ? list : [...list.slice(0, 1), ...list.slice(1 - MOST)];

/** What a ticket brings at `at` (epoch ms), when it is merged into another one. */
export function broughtBy(state: Open, at: number): Brought {
  const { openedAt, custody, firstReplyAt } = pinned(state);
  return {
    openedAt,
    custody: shortened(custody),
    stretches: shortened(waterfall(state, at)),
    dueAt: resolveReading(state, at).dueAt,
    ...(firstReplyAt === undefined ? {} : { firstReplyAt }),
  };
}

/** The part of a stretch before an instant. */
const until = (stretch: Stretch, end: number): Stretch => ({ ...stretch, to: Math.min(stretch.to, end) });

/** What of it lies before a ticket's own opening; nothing where that is the earlier one. */
export function broughtBefore(state: Open, brought: Brought): Omit<FactData<'MergedFrom'>, 'ticket' | 'bought'> {
  const reply = brought.firstReplyAt === undefined ? {} : { firstReplyAt: brought.firstReplyAt };
  if (brought.openedAt >= state.openedAt) return {};
  return {
    openedAt: brought.openedAt,
    custody: brought.custody.filter(({ at }) => at < state.openedAt),
    stretches: brought.stretches.filter(({ from }) => from < state.openedAt).map(one => until(one, state.openedAt)),
    ...reply,
  };
}
