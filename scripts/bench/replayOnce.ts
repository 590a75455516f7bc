/* Started by replay.ts once for each thing to be measured, so that each has a process and a peak of its own. */
import { createReadStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { agreedFor } from '@baton/shared';
import { parse } from 'csv-parse';
import { parse as parseBlock } from 'csv-parse/sync';
import { replayFile } from '../replay/replayFile';
import { drawnMapping as mapping } from './drawnLog';

const BLOCK = 1024 * 1024;
/** As a replay gives them to the library. */
const options = { delimiter: ',', relax_column_count: true, record_delimiter: '\n' };
const period = { from: -Infinity, to: Infinity };

/** The library as it is meant to be used: records come out of its stream. */
async function streamed(file: string): Promise<number> {
  const parser = createReadStream(file, { highWaterMark: BLOCK }).pipe(parse(options));
  let records = 0;
  parser.on('data', () => (records += 1));
  await finished(parser);
  return records - 1;
}

/** The library at its fastest: whole lines, a megabyte at once. */
async function inBlocks(file: string): Promise<number> {
  let records = 0;
  let rest = Buffer.alloc(0);
  for await (const block of createReadStream(file, { highWaterMark: BLOCK }) as AsyncIterable<Buffer>) {
    const all = Buffer.concat([rest, block]);
    const end = all.lastIndexOf('\n') + 1;
    records += (parseBlock(all.subarray(0, end), options) as unknown[]).length;
    rest = all.subarray(end);
  }
  return records - 1;
}

const replayed = async (input: string, isAgreed: boolean): Promise<number> =>
  (
    await replayFile({
      input,
      mapping,
      period,
      agreed: isAgreed ? agreedFor(mapping, undefined) : undefined,
      assumed: [],
    })
  ).totals.events;

/** Each reads a file and says how many events it found. */
const runs: Readonly<Record<string, (file: string) => Promise<number>>> = {
  streamed,
  inBlocks,
  measures: file => replayed(file, false),
  agreement: file => replayed(file, true),
};

async function main([name = '', warmUp = '', file = '']: readonly string[]): Promise<void> {
  const run = runs[name];
  if (!run) throw new Error(`There is no ${name}.`);
  await run(warmUp);
  const began = process.cpuUsage();
  const events = await run(file);
  const { user, system } = process.cpuUsage(began);
  // What the processor did, its helpers included: whoever else uses the machine counts for nothing.
  const ms = (user + system) / 1000;
  console.log(JSON.stringify({ events, ms, peakBytes: process.resourceUsage().maxRSS * 1024 }));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
