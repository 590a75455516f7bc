import { statSync } from 'node:fs';
import { Presets, SingleBar } from 'cli-progress';

/** A bar of how much of a file was read, on a terminal; nothing where the output goes into a pipe or a file. */
export function progressBar(file: string): { read(bytes: number): void; stop(): void } {
  if (!process.stderr.isTTY) return { read: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { format: 'Reading {bar} {percentage} %  {eta_formatted} left', stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(Math.max(1, statSync(file).size), 0);
  return { read: bytes => bar.increment(bytes), stop: () => bar.stop() };
}
