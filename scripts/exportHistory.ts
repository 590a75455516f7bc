/* npm run export-history -- jira|freshservice …: pulls the past of tickets from a tenant, as npm run replay reads it. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isoReader, MappingError, readMapping, type Mapping } from '@baton/shared';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { deskApi, type DeskApi, type World } from './history/deskApi';
import { ExportError } from './history/exportError';
import { exporting } from './history/exporting';
import { freshserviceHistory } from './history/freshserviceHistory';
import { countIssues, jiraHistory } from './history/jiraHistory';
import { keptHistory } from './history/keptHistory';
import { ticketBar } from './history/ticketBar';
import { wantedFields } from './history/wantedFields';

interface Flags {
  readonly site: string;
  readonly out: string;
  readonly map?: string;
  readonly perMinute: number;
}
interface JiraFlags extends Flags {
  readonly jql: string;
}
interface FreshserviceFlags extends Flags {
  readonly from: number;
  readonly to?: number;
  readonly workspace?: string;
}

const world: World = { now: Date.now, sleep: ms => sleep(ms), random: Math.random };

const ABOUT = `
What is pulled: of each ticket its id, when it was created, and what its status, team, person, priority, impact and type
were and became, as far as the mapping names them. No descriptions, comments, requesters or attachments.

Credentials come from the environment and are neither printed nor written:
  jira          JIRA_EMAIL and JIRA_API_TOKEN, of somebody who may browse the space
  freshservice  FRESHSERVICE_API_KEY, of an agent who sees the tickets

A pull that is cut short goes on with the same command; what it knows lies beside the output, in <out>.state, until it
is done. It waits as the desk asks, and asks no more often than --per-minute: limits of Freshservice count for all apps
of an account together.

Ends with 0; with 1 where it was cut short and can go on; with 2 where something has to be mended first.

  export JIRA_EMAIL=ana@contoso.example JIRA_API_TOKEN=…
  npm run export-history -- jira --site https://contoso.atlassian.net --map mapping.json --out history.ndjson \\
    --jql 'project = SUP AND created >= 2026-01-01 AND created < 2026-04-01'
  npm run replay -- --input history.ndjson --map mapping.json

  export FRESHSERVICE_API_KEY=…
  npm run export-history -- freshservice --site https://contoso.freshservice.com --from 2026-01-01 --out history.ndjson`;

function siteOf(text: string): string {
  if (/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)([:/]|$))/.test(text) && URL.canParse(text))
    return new URL(text).origin;
  throw new InvalidArgumentError('Give the address of the tenant with https, such as https://contoso.atlassian.net.');
}

function instantOf(text: string): number {
  const at = isoReader('UTC')(text);
  if (at !== undefined) return at;
  throw new InvalidArgumentError('Write a date such as 2026-01-01, or a time such as 2026-01-01T08:00Z.');
}

function rateOf(text: string): number {
  const rate = Number(text);
  if (rate > 0 && rate <= 6000) return rate;
  throw new InvalidArgumentError('Give a number from 1 to 6000.');
}

function mappingOf(format: Mapping['format'], file: string | undefined): Mapping {
  if (file === undefined) return readMapping({ format });
  const mapping = readMapping(JSON.parse(readFileSync(file, 'utf8')));
  if (mapping.format === format) return mapping;
  throw new ExportError(`${file} has the format "${mapping.format}". Write "format": "${format}" into it.`);
}

function secret(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new ExportError(`${name} is not set. Put it into the environment; --help says which are needed.`);
}

async function pullJira({ site, jql, out, map, perMinute }: JiraFlags): Promise<number> {
  const mapping = mappingOf('jira', map);
  const [user, token] = [secret('JIRA_EMAIL'), secret('JIRA_API_TOKEN')];
  const api = deskApi({ site, user, secret: token, perMinute }, world);
  const kept = await keptHistory(out, JSON.stringify({ site, jql, wanted: wantedFields(mapping) }));
  const total = process.stderr.isTTY ? await countIssues(api, jql) : undefined;
  return withBar(total, at => exporting(jiraHistory(api, { jql, mapping, ...kept }), kept, at));
}

async function pullFreshservice(flags: FreshserviceFlags): Promise<number> {
  const { site, out, map, perMinute, from, to = Infinity, workspace } = flags;
  const mapping = mappingOf('freshservice', map);
  const api: DeskApi = deskApi({ site, user: secret('FRESHSERVICE_API_KEY'), secret: 'X', perMinute }, world);
  const kept = await keptHistory(out, JSON.stringify({ site, from, to, workspace, wanted: wantedFields(mapping) }));
  const pull = { from, to: Math.min(to, world.now()), workspace, mapping, ...kept };
  return withBar(undefined, at => exporting(freshserviceHistory(api, pull), kept, at));
}

async function withBar(total: number | undefined, run: (at: (count: number) => void) => Promise<number>) {
  const bar = ticketBar(total);
  try {
    return await run(bar.at);
  } finally {
    bar.stop();
  }
}

/** What is wrong with what was given, in words that help; any other error may hold a request with its credentials. */
function mistakeOf(error: unknown): string {
  const isMistake = [ExportError, MappingError, SyntaxError].some(kind => error instanceof kind);
  const isFile = error instanceof Error && 'syscall' in error;
  return error instanceof Error && (isMistake || isFile) ? error.message : 'Something went wrong.';
}

function sayWhy(error: unknown): number {
  console.error(mistakeOf(error));
  const canGoOn = error instanceof ExportError && error.canGoOn;
  if (canGoOn) console.error('What came is kept. The same command goes on from there.');
  return canGoOn ? 1 : 2;
}

const command = new Command('npm run export-history --')
  .description('Pulls the past of tickets from a real desk, for npm run replay to read.')
  .addHelpText('after', ABOUT);

const desk = (name: string, title: string, perMinute: number): Command =>
  command
    .command(name)
    .description(title)
    .requiredOption('--site <address>', 'the tenant, such as https://contoso.atlassian.net', siteOf)
    .requiredOption('--out <file>', 'where to write, one ticket a line')
    .option('--map <file>', 'the mapping that the replay will read; only fields that it names are pulled')
    .option('--per-minute <number>', 'how often to ask at most', rateOf, perMinute)
    .addHelpText('after', ABOUT);

async function carryOut(pull: () => Promise<number>, { out }: Flags): Promise<void> {
  try {
    console.log(`${await pull()} tickets in ${out}.`);
  } catch (error) {
    process.exitCode = sayWhy(error);
  }
}

desk('jira', 'issues with their changelogs', 600)
  .requiredOption('--jql <query>', 'which issues; it has to name a space or a time')
  .action((flags: JiraFlags) => carryOut(() => pullJira(flags), flags));

desk('freshservice', 'tickets with their activities', 60)
  .requiredOption('--from <instant>', 'tickets created then or later', instantOf)
  .option('--to <instant>', 'tickets created before then; now unless said', instantOf)
  .option('--workspace <id>', 'of this workspace; the primary one unless said')
  .action((flags: FreshserviceFlags) => carryOut(() => pullFreshservice(flags), flags));

for (const one of [command, ...command.commands]) one.exitOverride();

command.parseAsync().catch((error: unknown) => {
  // commander has already said what is wrong with its arguments.
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof CommanderError)) sayWhy(error);
});
