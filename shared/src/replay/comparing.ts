import type { Findings } from './findings';
import { foreseeing } from './foreseeing';
import type { Outlook } from './outlook';

/** Cases of a history that two agreements see differently, at most so many of each. */
const EXAMPLES = 20;

/** What a second agreement would have changed over the same history. */
export interface Comparison {
  readonly outlook: Outlook;
  /** By cell of the first agreement: how many more cases the second would have warned of and seen breached. */
  readonly cells: Readonly<
    Record<string, { readonly cases: number; readonly warned: number; readonly breached: number }>
  >;
  /** Cases that explain the difference. */
  readonly tickets: Readonly<
    Record<
      'warned only before' | 'warned only after' | 'breached only before' | 'breached only after',
      readonly string[]
    >
  >;
}

interface Difference {
  cases: number;
  warned: number;
  breached: number;
}

const NEITHER = { id: '', cell: 'not governed' };

const isWarned = (findings: Findings | undefined): boolean => findings?.warnedAt !== undefined;
const isBreached = (findings: Findings | undefined): boolean => findings?.breachedAt !== undefined;

/** Holds two agreements against the same cases. */
export function comparing(): {
  add(one: Findings | undefined, other: Findings | undefined): void;
  readonly all: Comparison;
} {
  const second = foreseeing();
  const cells = new Map<string, Difference>();
  const tickets = {
    ...{ 'warned only before': [] as string[], 'warned only after': [] as string[] },
    ...{ 'breached only before': [] as string[], 'breached only after': [] as string[] },
  };
  const note = (what: 'warned' | 'breached', change: number, id: string): void => {
    if (change === 0) return;
    const list = tickets[`${what} only ${change > 0 ? 'after' : 'before'}`];
    if (list.length < EXAMPLES) list.push(id);
  };
  return {
    add(one, other) {
      second.add(other);
      const { id, cell } = one ?? (other ? { ...other, cell: 'not governed before' } : NEITHER);
      const warned = Number(isWarned(other)) - Number(isWarned(one));
      const breached = Number(isBreached(other)) - Number(isBreached(one));
      const sum = cells.get(cell) ?? { cases: 0, warned: 0, breached: 0 };
      cells.set(cell, { cases: sum.cases + 1, warned: sum.warned + warned, breached: sum.breached + breached });
      note('warned', warned, id);
      note('breached', breached, id);
    },
    get all() {
      const byName = [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
      return { outlook: second.all, cells: Object.fromEntries(byName), tickets };
    },
  };
}
