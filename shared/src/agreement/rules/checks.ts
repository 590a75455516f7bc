import { largestPart, largestTerms, storedBytes } from '../bytes';
import { directoryOf } from '../directoryOf';
import { headerOf } from '../header';
import { termsOfCell } from '../resolve';
import type { Agreement } from '../schema';
import { failureOf } from '../testRun';
import { cells } from './legs';
import { places, rule, type Place, type Rule } from './rule';

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`;

function* termsSizes(agreement: Agreement): Generator<Place<number>> {
  const header = headerOf(agreement);
  for (const { path, value } of cells(agreement)) {
    yield { path, value: storedBytes(termsOfCell(header, value, agreement.calendars)) };
  }
}

/** The examples of the document route as they say, and everything fits where it is stored. */
export const checks: readonly Rule[] = [
  rule({
    code: 'test-failed',
    at: ({ tests }) => places('tests', tests),
    holds: (test, agreement) => failureOf(agreement, test) === undefined,
    message: (test, agreement) => `“${test.name}” ${failureOf(agreement, test) ?? ''}; mend the agreement or the test`,
  }),
  rule({
    code: 'terms-too-large',
    at: termsSizes,
    holds: bytes => bytes <= largestTerms,
    message: bytes => `makes terms of ${kilobytes(bytes)} per ticket, 8 KB fit; shorten its texts, fields or calendars`,
  }),
  rule({
    code: 'cell-too-large',
    at: agreement => cells(agreement).map(({ path, value }) => ({ path, value: storedBytes([value]) })),
    holds: bytes => bytes <= largestPart,
    message: bytes => `takes ${kilobytes(bytes)}, 32 KB fit one cell; move its texts to the runbook`,
  }),
];

/** A directory beyond one record cannot be stored on the stricter desk. */
export const directoryFits: Rule = rule({
  code: 'directory-too-large',
  advice: true,
  at: agreement => [{ path: 'people', value: storedBytes(directoryOf(agreement)) }],
  holds: bytes => bytes <= largestPart,
  message: bytes =>
    `make a directory of ${kilobytes(bytes)}, 32 KB fit one record; keep only those who work on tickets here`,
});
