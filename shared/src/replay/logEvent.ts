/** One event of a case as its log tells it: what it names holds from then on, what it does not name is carried over. */
export interface LogEvent {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  /** Epoch ms. */
  readonly at: number;
  /** What the log itself says of the order of its events; settles it where instants are equal. */
  readonly order?: number | string | undefined;
  readonly team?: string | undefined;
  readonly person?: string | undefined;
  readonly status?: string | undefined;
  readonly priority?: string | undefined;
  readonly impact?: string | undefined;
  readonly type?: string | undefined;
  readonly title?: string | undefined;
}

/** What one line of a log says, and of which case. */
export interface LogLine {
  readonly case: string;
  readonly event: LogEvent;
}

/** Events of one case, in any order. */
export interface LoggedCase {
  readonly id: string;
  readonly events: readonly LogEvent[];
}

const rank = (order: LogEvent['order']): number => (order === undefined ? 0 : typeof order === 'number' ? 1 : 2);

/** By the log's own order: numbers by size, then texts by code unit; an event without one comes first. */
export function byOrder({ order: a }: LogEvent, { order: b }: LogEvent): number {
  if (a === b) return 0;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return (a as number) < (b as number) ? -1 : 1;
}

/** The order of a case's events: by instant, then by the log's own order, then as they stand in the file. */
export const inOrder = (a: LogEvent, b: LogEvent): number => a.at - b.at || byOrder(a, b) || a.line - b.line;
