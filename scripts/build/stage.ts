import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from './fingerprint';
import type { Places } from './places';

/** One folder under dist/ and how to make it. */
export interface Stage {
  readonly name: 'forge' | 'freshservice';
  /** What the folder is made of, relative to the root. */
  readonly inputs: readonly string[];
  readonly fill: (places: Places, folder: string) => Promise<void>;
}

/** What became of a stage in one build. */
export type StageOutcome = 'built' | 'unchanged';

const builders = ['scripts/build', 'package-lock.json', 'tsconfig.base.json'];

/** Makes the folder anew when its inputs changed; a build that fails leaves the last good folder in place. */
export async function makeStage(places: Places, stage: Stage, force: boolean): Promise<StageOutcome> {
  const target = join(places.dist, stage.name);
  const markFile = join(places.dist, `.${stage.name}-inputs`);
  const mark = fingerprintOf(places.root, [...stage.inputs, ...builders]);
  if (!force && existsSync(target) && existsSync(markFile) && readFileSync(markFile, 'utf8') === mark) {
    return 'unchanged';
  }
  const draft = join(places.dist, `.${stage.name}-draft`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await stage.fill(places, draft);
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
  writeFileSync(markFile, mark);
  return 'built';
}
