/** Every way a calendar, or a question to one, can be wrong. */
export type CalendarErrorCode =
  | 'bad-shape'
  | 'unknown-key'
  | 'unknown-zone'
  | 'bad-interval'
  | 'bad-date'
  | 'bad-closure'
  | 'bad-pause'
  | 'bad-number'
  | 'out-of-range'
  | 'no-hours'
  | 'never';

/**
 * One thing wrong in a calendar or in an argument.
 *
 * `path` is dotted, keys as written, indexes from 0: `weekly.mon.0`, `closed.2`, `start`.
 */
export interface CalendarProblem {
  readonly code: CalendarErrorCode;
  readonly path: string;
  readonly message: string;
}

/**
 * The only error the time folder throws: a calendar that means nothing, or a question it cannot answer.
 *
 * `code` and `path` are those of the first problem; `problems` holds them all, in the order of the text.
 *
 * @example
 * compileCalendar({ timeZone: 'Mars/Olympus', weekly: {} });
 * //=> CalendarError { code: 'unknown-zone', path: 'timeZone', message: 'At timeZone: …' }
 */
export class CalendarError extends Error {
  readonly code: CalendarErrorCode;
  readonly path: string;
  readonly problems: readonly CalendarProblem[];

  constructor(first: CalendarProblem, ...others: readonly CalendarProblem[]) {
    const problems = [first, ...others];
    super(problems.map(problem => `At ${problem.path}: ${problem.message}`).join('\n'));
    this.name = 'CalendarError';
    this.code = first.code;
    this.path = first.path;
    this.problems = problems;
  }
}
