import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { instantText, type CaseMeasures, type Replayed } from '@baton/shared';
import { linesIn, lineWriter } from './spill';

const textOf = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : instantText(at);

const caseText = ({ opened, closed, ...measures }: CaseMeasures): string =>
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

/** Pieces of this many cases are written at once. */
const AT_ONCE = 2_000;

/** Writes a report as JSON: what it adds up to, then its cases, which lie beside it until the sums are known. */
export function reportFile(file: string | undefined): {
  add(measures: CaseMeasures): void;
  finish(replayed: Replayed, assumed: readonly string[]): void;
} {
  if (file === undefined) return { add: () => undefined, finish: () => undefined };
  const [aside, whole] = [`${file}.cases`, `${file}.part`];
  const cases = lineWriter(aside);
  return {
    add: measures => cases.write(caseText(measures)),
    finish(replayed, assumed) {
      cases.close();
      writeFileSync(whole, `${JSON.stringify(headOf(replayed, assumed)).slice(0, -1)},"perCase":[`);
      let [piece, between]: [string[], string] = [[], '\n'];
      const flush = (): void => {
        if (piece.length > 0) appendFileSync(whole, between + piece.join(',\n'));
        [piece, between] = [[], ',\n'];
      };
      for (const line of linesIn(aside)) if (piece.push(line) >= AT_ONCE) flush();
      flush();
      appendFileSync(whole, '\n]}\n');
      rmSync(aside);
      renameSync(whole, file);
    },
  };
}
