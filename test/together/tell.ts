import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const tests = join(__dirname, '..');

/** Folders whose suites the whole run starts one by one: each takes long, or has processes of its own. */
const alone = ['browser', 'house', 'laws'];

/** The other folders of tests. */
export const folders: readonly string[] = readdirSync(tests, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && ![...alone, 'support', 'together'].includes(entry.name))
  .map(({ name }) => name);

const suitesIn = (folder: string): readonly string[] =>
  readdirSync(join(tests, folder)).filter(file => /\.test\.tsx?$/.test(file));

/**
 * Tells the suites of these folders as one, those whose file name is wanted: loading what they share takes longer than
 * most of them do.
 */
export function tell(from: readonly string[], isWanted: (file: string) => boolean = () => true): void {
  for (const folder of from) {
    for (const file of suitesIn(folder).filter(isWanted)) {
      describe(`${folder}/${file}`, () => void jest.requireActual(join(tests, folder, file)));
    }
  }
  // Each suite names a longest time for itself, and the last one would count for all.
  jest.setTimeout(300_000);
}
