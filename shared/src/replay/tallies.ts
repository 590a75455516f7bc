import { spread } from './distribution';
import type { Crossed, Findings } from './findings';
import type { CaseTime, CrossingOutlook, WarningOutlook } from './outlook';

const EXAMPLES = 20;
/** Sums by name, in the order of the names. */
export function sumsByName(): {
  add(name: string, value: number): void;
  readonly all: Readonly<Record<string, number>>;
} {
  const sums = new Map<string, number>();
  return {
    add: (name, value) => void sums.set(name, (sums.get(name) ?? 0) + value),
    get all() {
      return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}

/** The longest first, and as many as a reader wants. */
export function longest(): { add(entry: CaseTime): void; readonly all: readonly CaseTime[] } {
  let kept: CaseTime[] = [];
  const order = (a: CaseTime, b: CaseTime): number => b.ms - a.ms || (a.id < b.id ? -1 : 1);
  return {
    add(entry) {
      kept.push(entry);
      if (kept.length > 4 * EXAMPLES) kept = kept.sort(order).slice(0, EXAMPLES);
    },
    get all() {
      return kept.sort(order).slice(0, EXAMPLES);
    },
  };
}

/** Counts what crossed a boundary one way. */
export function crossingTally() {
  const waits = spread();
  let [transfers, unbatoned, unanswered] = [0, 0, 0];
  return {
    add({ isRouting, isTaken, isLate, waitMs }: Crossed): void {
      transfers += 1;
      unbatoned += isRouting ? 0 : 1;
      unanswered += isLate ? 1 : 0;
      if (isTaken) waits.add(waitMs);
    },
    get all(): CrossingOutlook {
      return { transfers, unbatoned, unanswered, wait: waits.all };
    },
  };
}

/** Counts warnings about the resolve target and what became of them. */
export function warningTally() {
  const lead = spread();
  const counts = { warned: 0, breached: 0, preceded: 0, falseAlarms: 0, misses: 0 };
  const examples = { falseAlarms: [] as string[], misses: [] as string[] };
  const note = (what: keyof typeof examples, id: string): void => {
    counts[what] += 1;
    if (examples[what].length < EXAMPLES) examples[what].push(id);
  };
  return {
    add({ id, warnedAt = Infinity, breachedAt = Infinity }: Findings): void {
      const [isWarned, isBreached] = [warnedAt < Infinity, breachedAt < Infinity];
      const isPreceded = warnedAt < breachedAt && isBreached;
      counts.warned += Number(isWarned);
      counts.breached += Number(isBreached);
      counts.preceded += Number(isPreceded);
      if (isPreceded) lead.add(breachedAt - warnedAt);
      else if (isBreached) note('misses', id);
      else if (isWarned) note('falseAlarms', id);
    },
    get all(): WarningOutlook {
      return { ...counts, lead: lead.all, examples };
    },
  };
}
