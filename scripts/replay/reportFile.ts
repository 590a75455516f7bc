import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { caseText, reportText } from '@baton/shared';
import type { ReportKeeper } from '@baton/shared/log';
import { linesIn, lineWriter } from './spill';

/** Writes a report as JSON: what it adds up to, then its cases, which lie beside it until the sums are known. */
export function reportFile(file: string | undefined): ReportKeeper {
  if (file === undefined) return { add: () => undefined, finish: () => undefined };
  const [aside, whole] = [`${file}.cases`, `${file}.part`];
  const cases = lineWriter(aside);
  return {
    add: ({ measures }) => cases.write(caseText(measures)),
    finish(replayed, assumed) {
      cases.close();
      writeFileSync(whole, '');
      for (const piece of reportText(replayed, assumed, linesIn(aside))) appendFileSync(whole, piece);
      rmSync(aside);
      renameSync(whole, file);
    },
  };
}
