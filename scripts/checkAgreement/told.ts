import { localText, writtenDuration, type Agreement, type UncoveredHours } from '@baton/shared';

interface Finding {
  readonly path: string;
  readonly message: string;
  readonly code?: string;
}

/** What a check found. */
export interface Report {
  readonly file: string;
  readonly mistakes: readonly Finding[];
  readonly advice: readonly Finding[];
}

const lines = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ path, message }) => `  ${path === '' ? 'the document' : path} ${message}`);

const counted = (count: number, one: string, many: string): string => (count === 1 ? `one ${one}` : `${count} ${many}`);

/** The hours in which a clock runs and nobody is open, as advice: cells with the same hours together. */
export function uncoveredAdvice(agreement: Agreement, found: readonly UncoveredHours[]): readonly Finding[] {
  return found.map(({ row, crossing, receiver, weekly, next }) => {
    const zone = agreement.parties.client.timeZone;
    const usual = weekly === 0 ? 'on holidays' : `${writtenDuration(weekly)} a week`;
    const when = `${localText(next[0], zone)} to ${localText(next[1], zone)} (${zone})`;
    return {
      code: 'nobody-open',
      path: `matrix.${row}`,
      message: `runs its clock ${usual} while “${receiver}” is closed (${crossing}), next from ${when}; change the hours, or say closedReceiver: on call`,
    };
  });
}

/** The report in lines, the verdict last. */
export function told({ mistakes, advice }: Report): readonly string[] {
  const verdict =
    mistakes.length === 0
      ? 'The agreement can be used.'
      : `The agreement cannot be used: ${counted(mistakes.length, 'mistake', 'mistakes')}.`;
  return [
    ...(mistakes.length === 0 ? [] : ['To correct:', ...lines(mistakes)]),
    ...(advice.length === 0 ? [] : ['To look at:', ...lines(advice)]),
    verdict,
  ];
}
