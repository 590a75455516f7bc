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
    passes: () => void (coming = []),
  };
}
