/* npm start: both apps in one page. Prints one URL. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import Database from 'libsql';
import { buildAll } from '../build';
import { storyCast, type Cast } from './cast';
import { importLog, type ImportedLog } from './importLog';
import { chosenPort, requireFreePort } from './port';
import { keepValue, keptStanding, keptValue } from './standingFile';
import { tellStory } from './story';
import { STORY_MINUTES } from './tales';
import { startWorkbench, type StartedWorkbench } from './workbench';

const root = resolve(__dirname, '../..');
const folder = join(root, '.workbench');
const file = join(folder, 'workbench.sqlite');

interface Flags {
  fresh?: boolean;
  empty?: boolean;
  at?: number;
  import?: string;
  map?: string;
}

function instantOf(text: string): number {
  const at = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(at))
    throw new InvalidArgumentError('Write an instant like 2026-03-02T09:00:00Z.');
  return at;
}

const command = new Command('npm start --')
  .description('Runs Baton on a Jira and a Freshservice stand-in, with nothing to sign up for.')
  .option('--fresh', 'forget what the last start kept')
  .option('--empty', 'begin anew as after an installation: no agreement and no tickets, for the first run')
  .option('--at <ISO>', 'begin anew with the clock at this instant instead of now', instantOf)
  .option('--import <csv>', 'begin anew with both desks filled from an incident log')
  .option('--map <json>', 'which columns of the log mean what; see README')
  .addHelpText('after', '\nPORT chooses the port (4300 unless said).')
  .showHelpAfterError('npm start -- --help says what there is.');

function forget(): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

/** The cast of the kept file. It is kept last, so a file that was never filled to its end has none. */
function keptCast(): Cast | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const db = new Database(file);
    const cast = keptStanding(db) && keptValue<Cast>(db, 'cast');
    db.close();
    return cast;
  } catch (error) {
    throw new Error(`${file} cannot be read (${(error as Error).message}). npm start -- --fresh forgets it.`);
  }
}

async function readLog(flags: Flags, now: number): Promise<ImportedLog | undefined> {
  if ((flags.import === undefined) !== (flags.map === undefined)) throw new Error('--import and --map go together.');
  return flags.import && flags.map ? importLog(flags.import, flags.map, now) : undefined;
}

/** The workbench as it was left, unless the flags ask for another or nothing was left. */
async function goOn(flags: Flags, staged: string, port: number): Promise<StartedWorkbench | undefined> {
  const isElsewhere = flags.fresh || flags.empty || flags.at !== undefined || flags.import !== undefined;
  const cast = isElsewhere ? undefined : keptCast();
  return cast && startWorkbench({ cast, file, staged, port, startAt: Date.now() });
}

const story = { cast: storyCast, minutes: STORY_MINUTES, fill: tellStory };

/** A new workbench, filled with the log or with the story, which ends at the instant the clock should start. */
async function startOver(flags: Flags, staged: string, port: number): Promise<StartedWorkbench> {
  const now = flags.at ?? Date.now();
  forget();
  mkdirSync(folder, { recursive: true });
  if (flags.empty) return startWorkbench({ cast: storyCast, file, staged, port, startAt: now, isEmpty: true });
  const { cast, minutes, fill } = (await readLog(flags, now)) ?? story;
  const startAt = now - minutes * 60_000;
  const workbench = await startWorkbench({ cast, file, staged, port, startAt });
  await fill(workbench, startAt);
  if (flags.at === undefined) await workbench.services.clock.jump(Date.now());
  keepValue(workbench.services.db, 'cast', cast);
  return workbench;
}

/** A terminal's interrupt comes twice, from the terminal and through npm: the first one counts. */
function stopOnSignals(): (workbench: StartedWorkbench) => void {
  const running: { workbench?: StartedWorkbench; isEnding?: true } = {};
  const stop = async () => {
    if (running.isEnding) return;
    running.isEnding = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    await running.workbench?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  return workbench => void (running.workbench = workbench);
}

async function main(flags: Flags): Promise<void> {
  const started = stopOnSignals();
  const port = chosenPort(process.env['PORT']);
  await requireFreePort(port);
  const { dist } = await buildAll();
  const workbench = (await goOn(flags, dist, port)) ?? (await startOver(flags, dist, port));
  started(workbench);
  console.log(`Baton runs on both desks: ${workbench.origin}/`);
}

command.parse();
main(command.opts<Flags>()).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
