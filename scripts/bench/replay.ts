/* npm run bench:replay: replaying drawn logs of three sizes beside parsing them with the CSV library alone, in time of the processor. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { writeDrawnLog } from './drawnLog';
import { table } from './table';

const sizes = [10_000, 100_000, 1_000_000];
const runs = {
  streamed: 'csv-parse, its stream',
  inBlocks: 'csv-parse, a megabyte at once',
  measures: 'replay, measures',
  agreement: 'replay, with an agreement',
};

interface Run {
  readonly events: number;
  readonly ms: number;
  readonly peakBytes: number;
}

const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));

/** As `npm run replay` runs: in one file. */
function bundled(): string {
  const outfile = join(folder, 'replayOnce.cjs');
  buildSync({ entryPoints: [join(__dirname, 'replayOnce.ts')], bundle: true, platform: 'node', outfile });
  return outfile;
}

const script = bundled();

/** In a process of its own, with the memory that `npm run replay` gets. */
function once(name: string, warmUp: string, file: string): Run {
  const node = ['--max-old-space-size=384', script, name, warmUp, file];
  return JSON.parse(execFileSync(process.execPath, node, { encoding: 'utf8' })) as Run;
}

const rounded = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
const megabytes = (bytes: number): string => `${rounded(bytes / 1024 / 1024)} MB`;

function measured(events: number, warmUp: string, file: string): string[][] {
  const all = Object.entries(runs).map(([name, title]) => ({ title, run: once(name, warmUp, file) }));
  const [streamed, inBlocks] = all.map(({ run }) => run.ms);
  return all.map(({ title, run }, n) => {
    if (run.events !== events) throw new Error(`${title} found ${run.events} events of ${events}`);
    return [
      ...[n === 0 ? rounded(events) : '', n === 0 ? megabytes(statSync(file).size) : '', title],
      ...[`${rounded(run.ms / 1000)} s`, `${rounded((run.ms * 1000) / events)} µs`, megabytes(run.peakBytes)],
      ...[rounded(run.ms / (streamed ?? NaN)), rounded(run.ms / (inBlocks ?? NaN))],
    ];
  });
}

try {
  const files = sizes.map(size => join(folder, `${size}.csv`));
  files.forEach((file, n) => writeDrawnLog(file, sizes[n] as number));
  const rows = sizes.flatMap((size, n) => measured(size, files[0] as string, files[n] as string));
  const headings = [
    'events',
    'file',
    'what',
    'time',
    'an event',
    'peak memory',
    '× its stream',
    '× a megabyte at once',
  ];
  console.log(table(headings, rows));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
