/**
 * What a line of a Freshservice ticket's activities says of a field: people's words, such as `set Group as Network`.
 *
 * @returns undefined where none of the lines is about it
 */
export function saidOf(lines: readonly string[], field: string): string | undefined {
  const start = `set ${field} as `;
  return lines.find(line => line.startsWith(start))?.slice(start.length);
}
