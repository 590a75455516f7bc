import type { Arrival, Arrivals } from '../../../scripts/workbench/arrivals';
import type { Mishap, Mishaps } from '../../../scripts/workbench/mishaps';

/** What goes wrong on a desk under test. */
export interface Fate {
  readonly mishaps: Mishaps;
  /** Every operation the app asked for, in words, oldest first. */
  readonly operations: string[];
  /** Befalls operations whose words match, so many times or for good. */
  befalls(operation: RegExp, mishap: Mishap, times?: number): void;
  /** Befalls the how-manyth operation from now, 0 being the next. */
  befallsNumber(count: number, mishap: Mishap): void;
  readonly arrivals: Arrivals;
  /** Befalls the how-manyth product event from now, 0 being the next. */
  befallsEvent(count: number, arrival: Arrival): void;
  /** Whether something meant for an event has not met one. */
  isComing(): boolean;
  /** Nothing goes wrong any more. */
  passes(): void;
}

interface Coming {
  readonly isMeant: (operation: string, number: number) => boolean;
  readonly mishap: Mishap;
  left: number;
}

/** A platform on which nothing goes wrong yet. */
export function fate(): Fate {
  const operations: string[] = [];
  let coming: Coming[] = [];
  let events: { left: number; arrival: Arrival }[] = [];
  return {
    operations,
    mishaps: operation => {
      const number = operations.push(operation) - 1;
      const next = coming.find(one => one.left > 0 && one.isMeant(operation, number));
      if (next) next.left -= 1;
      return next?.mishap;
    },
    befalls: (operation, mishap, times = Infinity) =>
      void coming.push({ isMeant: words => operation.test(words), mishap, left: times }),
    befallsNumber: (count, mishap) => {
      const meant = operations.length + count;
      coming.push({ isMeant: (_words, number) => number === meant, mishap, left: 1 });
    },
    arrivals: () => {
      const due = events.find(one => one.left === 0);
      events = events.map(one => ({ ...one, left: one.left - 1 })).filter(one => one.left >= 0);
      return due?.arrival;
    },
    befallsEvent: (count, arrival) => void events.push({ left: count, arrival }),
    isComing: () => events.length > 0,
    passes: () => {
      coming = [];
      events = [];
    },
  };
}
