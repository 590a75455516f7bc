/** How far from each other (ms) the moves of one mover are one finding (rules §2). */
export const ALIKE_WITHIN = 300_000;

/** A ticket that somebody sent across without a handoff at an instant (epoch ms). */
export interface Move {
  readonly ticket: string;
  readonly at: number;
}

/** How many tickets one mover sent across without a handoff within five minutes, and whether this one was first. */
export interface Alike {
  readonly alike: number;
  readonly isFirst: boolean;
}

const inOrder = (one: Move, other: Move): number => one.at - other.at || (one.ticket < other.ticket ? -1 : 1);

/** The fullest five minutes of a mover's moves that `move` lies in; `move` itself counts whether or not it is listed. */
export function alikeAmong(move: Move, listed: readonly Move[]): Alike {
  const moves = [move, ...listed.filter(({ ticket }) => ticket !== move.ticket)].sort(inOrder);
  const within = (start: number): readonly Move[] =>
    moves.filter(({ at }) => at >= start && at <= start + ALIKE_WITHIN);
  const starts = moves.map(({ at }) => at).filter(at => at <= move.at && move.at <= at + ALIKE_WITHIN);
  const fullest = starts.map(within).reduce((best, some) => (some.length > best.length ? some : best), [move]);
  return { alike: fullest.length, isFirst: fullest[0]?.ticket === move.ticket };
}
