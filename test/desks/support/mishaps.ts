import type { Mishap, Mishaps } from '../../../scripts/workbench/mishaps';

/** What goes wrong on a desk under test: once or some times, or for good, on operations whose words match. */
export interface Fate {
  readonly mishaps: Mishaps;
  /** Every operation the app asked for, in words, oldest first. */
  readonly operations: string[];
  befalls(operation: RegExp, mishap: Mishap, times?: number): void;
  /** Nothing goes wrong any more. */
  passes(): void;
}

export function fate(): Fate {
  const operations: string[] = [];
  let coming: { operation: RegExp; mishap: Mishap; left: number }[] = [];
  return {
    operations,
    mishaps: operation => {
      operations.push(operation);
      const next = coming.find(one => one.left > 0 && one.operation.test(operation));
      if (next) next.left -= 1;
      return next?.mishap;
    },
    befalls: (operation, mishap, times = Infinity) => void coming.push({ operation, mishap, left: times }),
    passes: () => (coming = []),
  };
}
