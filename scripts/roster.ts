/* npm run roster -- <agreement.json> --team <id> --ics <file>: shifts of a calendar file for a team's roster. Ends with 0 clean, 1 with something to look at, 2 not read. */
import { readFileSync, writeFileSync } from 'node:fs';
import { DAY, parseAgreement, type AgreementDocument } from '@baton/shared';
import { Command } from 'commander';
import { exitCodeOf, instantOf } from './commandLine';
import { besides, importShifts, type Imported } from './roster/importShifts';
import { readShifts, type Window } from '@baton/shared/ics';
import { told } from './roster/told';

interface Options {
  readonly team: string;
  readonly ics: string;
  readonly from?: number;
  readonly until?: number;
  readonly write?: true;
}

const command = new Command('npm run roster --')
  .description('Shows what the shifts of a calendar file change in a team’s roster, and writes it when told to.')
  .argument('<file>', 'the agreement, as JSON')
  .requiredOption('--team <id>', 'the team whose roster it is')
  .requiredOption('--ics <file>', 'the calendar file')
  .option('--from <instant>', 'the first instant to take; now unless said', instantOf)
  .option('--until <instant>', 'the instant to stop before; eight weeks later unless said', instantOf)
  .option('--write', 'write it into the agreement, which else stays as it is')
  .exitOverride();

const EIGHT_WEEKS = 56 * DAY;

const isClean = ({ unknown, gaps, overlaps }: Imported): boolean =>
  unknown.length + gaps.length + overlaps.length === 0;

function taken(file: string, { team, ics, write, ...span }: Options): number {
  const text = readFileSync(file, 'utf8');
  const agreement = parseAgreement(text);
  const known = agreement.teams[team];
  if (!known) throw new Error(`The agreement has no team ${team}. It has: ${Object.keys(agreement.teams).join(', ')}.`);
  const zone = known.roster.timeZone ?? agreement.parties[known.party].timeZone;
  const { from = Date.now(), until = from + EIGHT_WEEKS } = span;
  const window: Window = { from, until, zone };
  const imported = importShifts(agreement.people, readShifts(readFileSync(ics, 'utf8'), window));
  const before = known.roster.overrides;
  const after = [...besides(before, window), ...imported.overrides];
  console.log(told(before, after, imported, zone).join('\n'));
  const document = JSON.parse(text) as AgreementDocument;
  document.teams[team] = { ...document.teams[team]!, roster: { ...document.teams[team]!.roster, overrides: after } };
  const next = `${JSON.stringify(document, null, 2)}\n`;
  // What could not be saved as an agreement is not written as one.
  parseAgreement(next);
  if (write) writeFileSync(file, next);
  else console.log('Nothing was written. Say --write to write it.');
  return isClean(imported) ? 0 : 1;
}

process.exitCode = exitCodeOf(() => {
  const parsed = command.parse();
  return taken(parsed.args[0] ?? '', parsed.opts<Options>());
});
