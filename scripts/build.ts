/* npm run build: dist/forge and dist/freshservice, as their platforms would get them. --force builds unchanged ones too. */
import { forgeStage } from './build/forge';
import { freshserviceStage } from './build/freshservice';
import { whileLocked } from './build/lock';
import { places } from './build/places';
import { makeStage, type StageOutcome } from './build/stage';

/** Where an app was staged and whether that was necessary. */
export interface Staged {
  readonly forge: StageOutcome;
  readonly freshservice: StageOutcome;
  /** The folder with forge/ and freshservice/ in it. */
  readonly dist: string;
  readonly milliseconds: number;
}

/** Stages both apps under dist/; an app whose sources are unchanged is left as it is, unless forced. */
export async function buildAll({ force = false } = {}): Promise<Staged> {
  const started = performance.now();
  return whileLocked(places.dist, async () => {
    const [forge, freshservice] = await bothOrThrow([
      makeStage(places, forgeStage, force),
      makeStage(places, freshserviceStage, force),
    ]);
    return { forge, freshservice, dist: places.dist, milliseconds: Math.round(performance.now() - started) };
  });
}

/** Waits for both even if one fails, so that nothing is still writing when the lock goes. */
async function bothOrThrow<T>(stages: [Promise<T>, Promise<T>]): Promise<[T, T]> {
  await Promise.allSettled(stages);
  return Promise.all(stages);
}

async function main(): Promise<void> {
  try {
    const { forge, freshservice, milliseconds } = await buildAll({ force: process.argv.includes('--force') });
    console.log(`dist/forge ${forge}, dist/freshservice ${freshservice} (${milliseconds} ms)`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

if (require.main === module) void main();
