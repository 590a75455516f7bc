/* npm run check-agreement -- <file>: whether an agreement can be used. Ends with 0 yes, 1 mistakes, 2 not read. */
import { readFileSync } from 'node:fs';
import { adviceOn, AgreementError, uncoveredHours, type Agreement } from '@baton/shared';
import { readAgreementFile } from '@baton/shared/file';
import { Command } from 'commander';
import { told, uncoveredAdvice, type Report } from './checkAgreement/told';
import { exitCodeOf } from './commandLine';

const command = new Command('npm run check-agreement --')
  .description(
    'Says what keeps an agreement from being used, and what deserves a look, each with its place and remedy.',
  )
  .argument('<file>', 'the agreement, as YAML or JSON')
  .option('--json', 'the same for a program')
  .option('--strict', 'advice counts as a mistake')
  .exitOverride();

const adviceOf = (agreement: Agreement): Report['advice'] => [
  ...adviceOn(agreement),
  ...uncoveredAdvice(agreement, uncoveredHours(agreement, Date.now())),
];

function reportOn(file: string): Report {
  try {
    const { agreement } = readAgreementFile(readFileSync(file, 'utf8'));
    return { file, mistakes: [], advice: adviceOf(agreement) };
  } catch (error) {
    if (!(error instanceof AgreementError) || error.code === 'syntax' || error.code === 'newer-version') throw error;
    return { file, mistakes: error.violations, advice: [] };
  }
}

function check(file: string, { json, strict }: { json?: true; strict?: true }): number {
  const report = reportOn(file);
  console.log(json ? JSON.stringify(report, null, 2) : told(report).join('\n'));
  const counting = report.mistakes.length + (strict ? report.advice.length : 0);
  return counting === 0 ? 0 : 1;
}

const why = (error: unknown): string => {
  if (error instanceof AgreementError) return error.message;
  const { code } = error as { readonly code?: string };
  return code === 'ENOENT' ? 'There is no such file.' : 'The file cannot be read.';
};

process.exitCode = exitCodeOf(
  () => {
    const parsed = command.parse();
    return check(parsed.args[0] ?? '', parsed.opts());
  },
  error => console.error(why(error)),
);
