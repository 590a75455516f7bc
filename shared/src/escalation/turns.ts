import type { Waiting } from './notice';

/** Those that one message must not overtake: older ones that wait for a channel it may go by, and whom those wait for. Oldest first. */
export function aheadOf(waiting: readonly Waiting[], one: Waiting): readonly Waiting[] {
  const channels = new Set(one.channels);
  const older = waiting.filter(({ notice }) => notice < one.notice).reverse();
  const ahead = older.filter(other => {
    const isAhead = other.channels.some(channel => channels.has(channel));
    if (isAhead) other.channels.forEach(channel => channels.add(channel));
    return isAhead;
  });
  return ahead.reverse();
}

/** When a sweep may send one of these, epoch ms: not before a channel that asked to be left alone takes what is ahead of it. */
export const turnAt = (waiting: readonly Waiting[], one: Waiting): number =>
  Math.max(one.at, ...aheadOf(waiting, one).map(({ leftAloneUntil = 0 }) => leftAloneUntil));

/** Whose turn it is at `now` (epoch ms), and all that is ahead of them. Oldest first. */
export function inTurn(waiting: readonly Waiting[], now: number): readonly Waiting[] {
  const due = waiting.filter(one => turnAt(waiting, one) <= now);
  const ahead = new Set(due.flatMap(one => aheadOf(waiting, one)));
  return waiting.filter(one => ahead.has(one) || due.includes(one));
}

/** Whether it was tried before its own pause was over, for the sake of a newer one: that counts as none of its rounds. */
export const isEarly = ({ rounds, at }: Waiting, learned: number): boolean => rounds > 0 && learned < at;
