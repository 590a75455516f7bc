/* npm start: both apps in one page. Prints one URL. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import Database from 'libsql';
import { buildAll } from '../build';
import { storyCast, type Cast } from './cast';
import { importLog, type ImportedLog } from './importLog';
import { keepStanding, keepValue, keptStanding, keptValue } from './standingFile';
import { tellStory } from './story';
import { STORY_MINUTES } from './tales';
import { startWorkbench, type StartedWorkbench } from './workbench';

const root = resolve(__dirname, '../..');
const folder = join(root, '.workbench');
const file = join(folder, 'workbench.sqlite');

interface Flags {
  fresh?: boolean;
  at?: number;
  import?: string;
  map?: string;
}

function instantOf(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new InvalidArgumentError('Write an instant like 2026-03-02T09:00:00Z.');
  return at;
}

const command = new Command('npm start --')
  .description('Runs Baton on a Jira and a Freshservice stand-in, with nothing to sign up for.')
  .option('--fresh', 'forget what the last start kept')
  .option('--at <ISO>', 'start the clock at this instant instead of now (a new start only)', instantOf)
  .option('--import <csv>', 'fill both desks from an incident log')
  .option('--map <json>', 'which columns of the log mean what; see README')
  .addHelpText('after', '\nPORT chooses the port (4300 unless said).');

function forget(): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

/** The cast of the kept file, of the log to import, or of the story. */
function castFor(log: ImportedLog | undefined): Cast {
  const db = new Database(file);
  const isKept = keptStanding(db) !== undefined;
  const cast = log?.cast ?? (isKept ? keptValue<Cast>(db, 'cast') : undefined) ?? storyCast;
  keepValue(db, 'cast', cast);
  db.close();
  return cast;
}

function readLog(flags: Flags, now: number): ImportedLog | undefined {
  if ((flags.import === undefined) !== (flags.map === undefined)) throw new Error('--import and --map go together.');
  return flags.import && flags.map ? importLog(flags.import, flags.map, now) : undefined;
}

/** Starts over where the flags ask for something that the kept file does not hold. */
function prepareFile(flags: Flags, log: ImportedLog | undefined): void {
  const wantsNew = flags.fresh === true || flags.at !== undefined || log !== undefined;
  if (wantsNew) forget();
  mkdirSync(folder, { recursive: true });
}

/** Fills a new workbench: with the log, or with the story, which ends at the instant the clock should start. */
async function fill(workbench: StartedWorkbench, log: ImportedLog | undefined, begin: number): Promise<void> {
  if (!workbench.isNew) return;
  if (log) await log.fill(workbench);
  else await tellStory(workbench, begin);
  keepStanding(workbench.services.db, { offset: workbench.services.clock.offset() });
}

function stopOnSignals(workbench: StartedWorkbench): void {
  const stop = () => void workbench.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function main(flags: Flags): Promise<void> {
  const now = flags.at ?? Date.now();
  const log = readLog(flags, now);
  prepareFile(flags, log);
  const { dist } = await buildAll();
  const begin = now - (log ? log.minutes : STORY_MINUTES) * 60_000;
  const port = Number(process.env['PORT'] ?? 4300);
  const workbench = await startWorkbench({ cast: castFor(log), file, staged: dist, port, startAt: begin });
  await fill(workbench, log, begin);
  console.log(`Baton runs on both desks: ${workbench.origin}/`);
  stopOnSignals(workbench);
}

command.parse();
main(command.opts<Flags>()).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
