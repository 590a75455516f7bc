import type { Cells, Mapping } from '../src/replay';

/** What a ticket is like, apart from which one it is and when. */
export const ROLES = ['status', 'team', 'person', 'priority', 'impact', 'type', 'title'] as const;

/** What stands in each of a ticket's fields; undefined where nothing is known. */
export type Standing = Readonly<Partial<Record<(typeof ROLES)[number], string | undefined>>>;

/** What changed at one instant, and where it comes among changes of the same one. */
export interface Change {
  readonly at: string | undefined;
  readonly order?: string | undefined;
  readonly to: Standing;
}

/** A ticket as its desk exports it: how it began, and what changed since, oldest first. */
export interface Past {
  readonly id: string | undefined;
  readonly at: string | undefined;
  readonly began: Standing;
  readonly changes: readonly Change[];
}

/** A ticket's past as lines of a log, each with all that stood in its fields from then on. */
export function statesOf({ id, at, began, changes }: Past): Cells[] {
  let now = began;
  return [{ at, to: began } as Change, ...changes].map(change => {
    now = { ...now, ...change.to };
    return [id, change.at, change.order, ...ROLES.map(role => now[role])];
  });
}

/** The roles that a mapping names a field for, with that field. */
export const fieldsIn = (mapping: Mapping): (readonly [(typeof ROLES)[number], string])[] =>
  ROLES.flatMap(role => {
    const field = mapping[role];
    return field === undefined ? [] : [[role, field] as const];
  });

/** What an answer of a desk's API lists under a name: the list itself, a page with it, or one entry alone. */
export function entriesIn(answer: object, name: string): readonly object[] {
  const listed: unknown = Array.isArray(answer) ? answer : (answer as Record<string, unknown>)[name];
  return objectsIn(listed) ?? [answer];
}

/** The objects of a list; undefined where it is none. */
export const objectsIn = (list: unknown): readonly object[] | undefined =>
  Array.isArray(list) ? list.filter((one): one is object => typeof one === 'object' && one !== null) : undefined;
