import { instantText } from '../time';
import type { CaseMeasures } from './measures';
import type { Replayed } from './replaying';

const textOf = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : instantText(at);

/** What one case counted, as the report has it. */
export const caseText = ({ opened, closed, ...measures }: CaseMeasures): string =>
  JSON.stringify({ ...measures, opened: textOf(opened), closed: textOf(closed) });

/** What a replay adds up to, as the report has it. */
export const headOf = ({ totals, span, ...found }: Replayed, assumed: readonly string[]): object => ({
  version: 1,
  ...totals,
  first: textOf(span?.[0]),
  last: textOf(span?.[1]),
  assumed,
  ...found,
});

/** Pieces of this many cases are given at once. */
const AT_ONCE = 2_000;

/**
 * The report as JSON, in pieces: what it adds up to, then its cases.
 *
 * @param cases - texts as {@link caseText} makes them
 */
export function* reportText(
  replayed: Replayed,
  assumed: readonly string[],
  cases: Iterable<string>,
): Generator<string> {
  yield `${JSON.stringify(headOf(replayed, assumed)).slice(0, -1)},"perCase":[`;
  let [piece, between]: [string[], string] = [[], '\n'];
  for (const text of cases) {
    if (piece.push(text) < AT_ONCE) continue;
    yield between + piece.join(',\n');
    [piece, between] = [[], ',\n'];
  }
  if (piece.length > 0) yield between + piece.join(',\n');
  yield '\n]}\n';
}
