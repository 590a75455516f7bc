/* npm run fire-drill -- <agreement.json>: whom each offer would reach. Ends with 0 whole, 1 with gaps, 2 not read. */
import { readFileSync } from 'node:fs';
import { AgreementError, fireDrill, parseAgreement, readInstant } from '@baton/shared';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { isWhole, told } from './fireDrill/told';

function instantOf(text: string): number {
  const at = readInstant(text);
  if (at === undefined) throw new InvalidArgumentError('Write it with its offset, for example 2026-03-02T09:00:00Z.');
  return at;
}

const command = new Command('npm run fire-drill --')
  .description(
    'Walks every path of an agreement without a ticket: who is asked on each step, and how they are reached.',
  )
  .argument('<file>', 'the agreement, as JSON')
  .option('--at <instant>', 'when the offer would be made; now unless said', instantOf)
  .exitOverride();

function drill(file: string, at: number): number {
  const agreement = parseAgreement(readFileSync(file, 'utf8'));
  const paths = fireDrill(agreement, at);
  console.log(told(agreement, paths).join('\n'));
  return isWhole(paths) ? 0 : 1;
}

/** Why there was no drill, every mistake of the agreement with its place. */
function say(error: unknown): void {
  console.error(error instanceof Error ? error.message : 'Something went wrong.');
  const mistakes = error instanceof AgreementError ? error.violations : [];
  for (const { path, message } of mistakes) console.error(`${path}: ${message}`);
}

function main(): number {
  try {
    const parsed = command.parse();
    return drill(parsed.args[0] ?? '', parsed.opts<{ at?: number }>().at ?? Date.now());
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    say(error);
    return 2;
  }
}

process.exitCode = main();
