import type { LogEvent, LoggedCase, LogLine } from '../src/replay';

/** Puts the lines of a log together by case, wherever they stand in it. */
export interface CaseSort {
  readonly add: (line: LogLine) => void;
  /** Every case once, in the order of the code units of its id. */
  readonly cases: () => Iterable<LoggedCase>;
}

/** What is held: how many events, how many cases, and the events of one of them. */
export interface HeldCases extends CaseSort {
  readonly count: () => number;
  readonly caseCount: () => number;
  readonly eventsOf: (id: string) => readonly LogEvent[] | undefined;
}

const byId = ([a]: [string, LogEvent[]], [b]: [string, LogEvent[]]): number => (a < b ? -1 : Number(a > b));

/** Holds all lines in memory. */
export function heldCases(): HeldCases {
  const held = new Map<string, LogEvent[]>();
  let count = 0;
  return {
    add({ case: id, event }) {
      const events = held.get(id);
      if (events) events.push(event);
      else held.set(id, [event]);
      count += 1;
    },
    *cases() {
      for (const [id, events] of [...held].sort(byId)) yield { id, events };
    },
    count: () => count,
    caseCount: () => held.size,
    eventsOf: id => held.get(id),
  };
}
