/** One difference between two documents, as people read it. */
export interface Change {
  /** Dotted path; what has an id is named by it, as in `matrix.incident-p1.targets.resolve`. */
  readonly path: string;
  /** Absent where there was nothing. */
  readonly before?: string;
  /** Absent where nothing is left. */
  readonly after?: string;
}

type Entries = ReadonlyMap<string, unknown>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const idOf = (value: unknown): string | undefined =>
  isRecord(value) && typeof value['id'] === 'string' ? value['id'] : undefined;

/** The items of a list by their ids, or by their places where one has none or two have the same. */
function itemsOf(list: readonly unknown[]): Entries {
  const named = new Map(list.map((item, place) => [idOf(item) ?? String(place), item]));
  const isNamed = list.every(item => idOf(item) !== undefined) && named.size === list.length;
  return isNamed ? named : new Map(list.map((item, place) => [String(place), item]));
}

/** What is inside a value; a list of plain values is one value. */
function entriesOf(value: unknown): Entries | undefined {
  if (Array.isArray(value)) return value.length > 0 && value.every(isRecord) ? itemsOf(value) : undefined;
  return isRecord(value) ? new Map(Object.entries(value)) : undefined;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const change = (path: string, before: unknown, after: unknown): Change => ({
  path,
  ...(before === undefined ? {} : { before: textOf(before) }),
  ...(after === undefined ? {} : { after: textOf(after) }),
});

const common = (one: Entries, other: Entries): string => [...one.keys()].filter(key => other.has(key)).join(', ');

/** The order of a list says something, that of a section does not. */
function moved(path: string, before: unknown, entries: Entries, others: Entries): readonly Change[] {
  const [was, is] = [common(entries, others), common(others, entries)];
  return Array.isArray(before) && was !== is ? [{ path: `${path} in order`, before: was, after: is }] : [];
}

function within(path: string, before: unknown, after: unknown): readonly Change[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  if (old === undefined || now === undefined || Array.isArray(before) !== Array.isArray(after)) {
    return textOf(before) === textOf(after) ? [] : [change(path, before, after)];
  }
  const inside = [...new Set([...old.keys(), ...now.keys()])].flatMap(key =>
    compare(path === '' ? key : `${path}.${key}`, old.get(key), now.get(key)),
  );
  return [...inside, ...moved(path, before, old, now)];
}

function compare(path: string, before: unknown, after: unknown): readonly Change[] {
  if (before === after) return [];
  if (before === undefined || after === undefined) return [change(path, before, after)];
  return within(path, before, after);
}

/** What turns one document into another, in the first one's order; empty if they say the same. */
export const changesBetween = (before: unknown, after: unknown): readonly Change[] => compare('', before, after);

/** A change in words: `matrix.incident-p1.targets.resolve was 4h, is 6h`. */
export function changeText({ path, before, after }: Change): string {
  if (before === undefined) return `${path} is new: ${after ?? ''}`;
  return after === undefined ? `${path} is gone, was ${before}` : `${path} was ${before}, is ${after}`;
}
