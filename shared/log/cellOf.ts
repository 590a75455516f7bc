/** What a column says of an object: its own property, or else the one at the end of a dotted path. */
export function cellOf(row: unknown, column: string): string | undefined {
  const own = Object(row) as Record<string, unknown>;
  const value =
    column in own
      ? own[column]
      : column.split('.').reduce<unknown>((at, key) => (Object(at) as Record<string, unknown>)[key], row);
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
