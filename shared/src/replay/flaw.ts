/** What can be wrong with a line of a log. */
export type FlawKind =
  | 'bytes that are no text'
  | 'broken quotes'
  | 'wrong number of columns'
  | 'field too long'
  | 'no JSON'
  | 'no case'
  | 'impossible instant'
  | 'time going backwards';

/** One thing wrong with one line of a log. */
export interface Flaw {
  /** From 1. */
  readonly line: number;
  readonly kind: FlawKind;
  readonly message: string;
  /** Whether the line is counted all the same: what is wrong with it is nothing that the replay needs. */
  readonly isCounted: boolean;
}

/** What is wrong with a log: how often, and the first lines of each kind. */
export interface Flaws {
  readonly count: number;
  /** Lines that were left out. */
  readonly leftOut: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly examples: readonly Flaw[];
}

/** Examples kept of each kind. */
const KEPT = 20;

const firstLines = (a: Flaw, b: Flaw): number => a.line - b.line || (a.message < b.message ? -1 : 1);

/** Collects flaws in whatever order they are found, and keeps as many examples as a reader wants. */
export function flawList(): { add(flaw: Flaw): void; readonly all: Flaws } {
  const kinds = new Map<FlawKind, { count: number; first: Flaw[] }>();
  let leftOut = 0;
  const add = (flaw: Flaw): void => {
    const kind = kinds.get(flaw.kind) ?? { count: 0, first: [] };
    kind.count += 1;
    leftOut += flaw.isCounted ? 0 : 1;
    kinds.set(flaw.kind, kind);
    kind.first.push(flaw);
    if (kind.first.length >= 2 * KEPT) kind.first = kind.first.sort(firstLines).slice(0, KEPT);
  };
  return {
    add,
    get all() {
      const found = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
      const examples = found.flatMap(([, { first }]) => first.sort(firstLines).slice(0, KEPT));
      return {
        count: found.reduce((sum, [, { count }]) => sum + count, 0),
        leftOut,
        kinds: Object.fromEntries(found.map(([kind, { count }]) => [kind, count])),
        examples: examples.sort(firstLines),
      };
    },
  };
}
