const chosenIn = (value: object): unknown => {
  const { value: chosen, name } = value as { readonly value?: unknown; readonly name?: unknown };
  return chosen ?? name;
};

/** What a field of Jira says in one word: a text or number, the name of what was chosen, the first of several. */
export function fieldWord(value: unknown): string | undefined {
  if (Array.isArray(value)) return fieldWord(value[0]);
  if (typeof value === 'object' && value !== null) return fieldWord(chosenIn(value));
  return typeof value === 'string' || typeof value === 'number' ? String(value) || undefined : undefined;
}
