/** A parsed JSON value of which nothing is known yet. */
export type Json = unknown;

/** The entries of a JSON object; none if it is something else. */
export function entriesOf(value: Json): [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The value at a path of keys, or undefined. */
export function at(value: Json, ...path: string[]): Json {
  return path.reduce<Json>((found, key) => (isObject(found) ? found[key] : undefined), value);
}

/** Whether it is an object (not an array, not null). */
export function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text, or '' for anything that is none. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : '';
}
