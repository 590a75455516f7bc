/* npm run fire-drill -- <agreement.json>: whom each offer would reach. Ends with 0 whole, 1 with gaps, 2 not read. */
import { readFileSync } from 'node:fs';
import { fireDrill, parseAgreement } from '@baton/shared';
import { Command } from 'commander';
import { exitCodeOf, instantOf } from './commandLine';
import { isWhole, told } from './fireDrill/told';

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

process.exitCode = exitCodeOf(() => {
  const parsed = command.parse();
  return drill(parsed.args[0] ?? '', parsed.opts<{ at?: number }>().at ?? Date.now());
});
