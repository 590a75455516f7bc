import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'libsql';
import { fingerprintOf } from '../../scripts/build/fingerprint';
import { whileLocked } from '../../scripts/build/lock';
import { storyCast } from '../../scripts/workbench/cast';
import { keepStanding } from '../../scripts/workbench/standingFile';
import { tellStory } from '../../scripts/workbench/story';
import { STORY_MINUTES } from '../../scripts/workbench/tales';
import { startWorkbench, type StartedWorkbench } from '../../scripts/workbench/workbench';

const root = resolve(__dirname, '../..');
const kept = join(tmpdir(), 'baton-told');

/** Whatever the story comes out of: both staged apps, as their stages mark them, and the workbench. */
const sources = ['dist/.forge-inputs', 'dist/.freshservice-inputs', 'scripts/workbench', 'test/support'];

/** Tells the story and writes it to a file, which is given its name once it is whole. */
async function tell(staged: string, endsAt: number, file: string): Promise<void> {
  const startAt = endsAt - STORY_MINUTES * 60_000;
  const workbench = await startWorkbench({ cast: storyCast, file: ':memory:', staged, port: 0, startAt });
  try {
    await tellStory(workbench, startAt);
    rmSync(`${file}.draft`, { force: true });
    workbench.services.db.exec(`VACUUM INTO '${file}.draft'`);
  } finally {
    await workbench.stop();
  }
  renameSync(`${file}.draft`, file);
}

/** The file of a workbench that has told its story: told once per state of the sources, whoever asks first. */
async function storyFile(staged: string, endsAt: number): Promise<string> {
  mkdirSync(kept, { recursive: true });
  const file = join(kept, `${fingerprintOf(root, sources).slice(0, 24)}.sqlite`);
  await whileLocked(kept, () => (existsSync(file) ? Promise.resolve() : tell(staged, endsAt, file)));
  return file;
}

/** Starts a workbench on a copy of its own of the told story, its clock standing still where the story ends (epoch ms). */
export async function toldWorkbench(staged: string, endsAt: number): Promise<StartedWorkbench> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-told-'));
  const file = join(folder, 'story.sqlite');
  copyFileSync(await storyFile(staged, endsAt), file);
  const db = new Database(file);
  keepStanding(db, { offset: endsAt - Date.now() });
  db.close();
  const workbench = await startWorkbench({ cast: storyCast, file, staged, port: 0, startAt: endsAt });
  workbench.services.clock.pause();
  const stop = async (): Promise<void> => {
    await workbench.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...workbench, stop };
}
