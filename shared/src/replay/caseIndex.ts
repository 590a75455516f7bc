import { foreseenShares, sharesOf, type Figure, type Share } from './figures';
import type { ReplayedCase } from './replaying';

/** A case behind a number, and what it adds to it: times, or ms. */
export interface CaseShare {
  readonly id: string;
  readonly value: number;
}

/** The cases behind a number: how many, and those that add most. */
export interface CasesBehind {
  readonly count: number;
  readonly first: readonly CaseShare[];
}

/** As many as somebody looks through. */
const KEPT = 200;

const byValue = (a: CaseShare, b: CaseShare): number => b.value - a.value || (a.id < b.id ? -1 : 1);

function mostOf() {
  let [count, kept] = [0, [] as CaseShare[]];
  const cut = (most: number): void => {
    if (kept.length > most) kept = kept.sort(byValue).slice(0, KEPT);
  };
  return {
    add(share: CaseShare): void {
      count += 1;
      kept.push(share);
      cut(2 * KEPT);
    },
    all(): CasesBehind {
      kept.sort(byValue);
      cut(KEPT);
      return { count, first: kept };
    },
  };
}

function summed(shares: readonly Share[]): ReadonlyMap<Figure, number> {
  const sums = new Map<Figure, number>();
  for (const [figure, value] of shares) if (value > 0) sums.set(figure, (sums.get(figure) ?? 0) + value);
  return sums;
}

/** Remembers which cases make up each number of a report, for whoever wants to look at them. */
export function caseIndex(): {
  add(replayed: ReplayedCase): void;
  behind(figure: Figure): CasesBehind;
} {
  const lists = new Map<Figure, ReturnType<typeof mostOf>>();
  return {
    add({ measures, findings }) {
      const shares = [...sharesOf(measures), ...(findings ? foreseenShares(findings) : [])];
      for (const [figure, value] of summed(shares)) {
        const list = lists.get(figure) ?? mostOf();
        lists.set(figure, list);
        list.add({ id: measures.id, value });
      }
    },
    behind: figure => lists.get(figure)?.all() ?? { count: 0, first: [] },
  };
}
