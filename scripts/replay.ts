/* npm run replay -- --input <log> --map <mapping>: what an incident log says of hand-offs. README says more. */
import { readFileSync } from 'node:fs';
import {
  agreedFor,
  AgreementError,
  assumptions,
  isoReader,
  MappingError,
  parseAgreement,
  readMapping,
  type Agreed,
  type Mapping,
  type Period,
} from '@baton/shared';
import { LogError } from '@baton/shared/log';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { writePage } from './replay/page';
import { progressBar } from './replay/progress';
import { replayFile } from './replay/replayFile';
import { told } from './replay/told';

interface Flags {
  readonly input: string;
  readonly map: string;
  readonly from?: string;
  readonly to?: string;
  readonly agreement?: string;
  readonly against?: string;
  readonly case?: string;
  readonly json?: string;
  readonly html?: string;
  readonly strict?: boolean;
}

const EXAMPLE = `
The mapping says which columns mean what; only case, at and status are required:

  { "format": "csv", "case": "number", "at": "sys_updated_at", "atFormat": "dd-MM-yyyy HH:mm", "zone": "UTC",
    "order": "sys_mod_count", "team": "assignment_group", "person": "assigned_to", "status": "incident_state",
    "priority": "priority", "missing": ["?"], "waiting": ["Awaiting User Info"], "resolved": ["Resolved", "Closed"],
    "calendar": { "timeZone": "Europe/Vilnius", "weekly": { "mon": [["08:00", "17:00"]] } } }

  at        ISO 8601 unless atFormat gives date-fns tokens; without an offset it is meant in zone
  order     which of two events at one instant came first; else the one that stands first in the file
  missing   values that mean nothing is known; what is not known is carried over from the event before
  parties   whose the teams are: { "client": ["Desk"], "msp": ["NOC"] }, where no agreement names them
  calendar  the hours that count; around the clock where there is none

Ends with 0; with 1 where --strict is given and a line has something wrong with it; with 2 where nothing was read.
The same input gives the same bytes. Lines of one case may stand anywhere, and the file may be larger than memory.

  npm run replay -- --input incidents.csv --map mapping.json --json report.json`;

const command = new Command('npm run replay --')
  .description('Replays a log of incidents: who had them, how often they changed hands, and where the time went.')
  .requiredOption('--input <file>', 'the log, as it was exported')
  .requiredOption('--map <file>', 'the mapping, as JSON')
  .option(
    '--agreement <file>',
    'the agreement to hold it against, as JSON; else the starter between the mapping’s parties',
  )
  .option('--against <file>', 'a second agreement, to see what it would have changed')
  .option('--case <id>', 'look into one case: where its time went, and which rule would have helped')
  .option('--from <instant>', 'only cases opened then or later; a date, or a time in ISO 8601')
  .option('--to <instant>', 'only cases opened before then')
  .option('--json <file>', 'write everything that was counted, case by case')
  .option('--html <file>', 'write the report as one page, with charts and their tables')
  .option('--strict', 'fail where any line has something wrong with it')
  .addHelpText('after', EXAMPLE)
  .exitOverride();

function mappingOf(file: string): Mapping {
  try {
    return readMapping(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) throw new MappingError([`${file} is not valid JSON.`]);
    throw error;
  }
}

function periodOf({ from, to }: Flags, { zone }: Mapping): Period {
  const read = isoReader(zone);
  const [start, end] = [from, to].map(text => (text === undefined ? undefined : (read(text) ?? refused(text))));
  return { from: start ?? -Infinity, to: end ?? Infinity };
}

function refused(text: string): never {
  throw new InvalidArgumentError(`"${text}" is no date such as 2026-01-01 and no time such as 2026-01-01T08:00Z.`);
}

function agreedTo(file: string | undefined, mapping: Mapping): Agreed | undefined {
  return agreedFor(mapping, file === undefined ? undefined : parseAgreement(readFileSync(file, 'utf8')));
}

async function replay(flags: Flags): Promise<number> {
  const mapping = mappingOf(flags.map);
  const period = periodOf(flags, mapping);
  const agreed = agreedTo(flags.agreement, mapping);
  const against = flags.against === undefined ? undefined : agreedTo(flags.against, mapping);
  const assumed = assumptions(mapping, agreed);
  const { input, json, html } = flags;
  const bar = progressBar(input);
  try {
    const plan = { mapping, period, agreed, against, autopsy: flags.case };
    const replayed = await replayFile({ ...plan, input, json, assumed, progress: bar.read });
    bar.stop();
    if (html !== undefined) writePage(html, replayed, assumed);
    console.log(told(replayed, assumed).join('\n'));
    return flags.strict === true && replayed.flaws.count > 0 ? 1 : 0;
  } finally {
    bar.stop();
  }
}

/** What is wrong with what was given, in words that help; undefined where the fault is ours. */
function mistakeOf(error: unknown): string | undefined {
  const isMistake = [MappingError, LogError, AgreementError, InvalidArgumentError].some(kind => error instanceof kind);
  const isFile = error instanceof Error && 'syscall' in error;
  return error instanceof Error && (isMistake || isFile) ? error.message : undefined;
}

async function main(): Promise<number> {
  try {
    return await replay(command.parse().opts<Flags>());
  } catch (error) {
    // commander has already said what is wrong with its arguments.
    if (error instanceof CommanderError && !(error instanceof InvalidArgumentError))
      return error.exitCode === 0 ? 0 : 2;
    console.error(mistakeOf(error) ?? error);
    return 2;
  }
}

void main().then(code => {
  process.exitCode = code;
});
