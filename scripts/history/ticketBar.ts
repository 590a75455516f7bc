import { Presets, SingleBar } from 'cli-progress';

/** A bar of how many tickets are written, on a terminal; nothing where the output goes into a pipe or a file. */
export function ticketBar(total: number | undefined): { at(count: number): void; stop(): void } {
  if (!process.stderr.isTTY) return { at: () => undefined, stop: () => undefined };
  const format =
    total === undefined ? '{value} tickets, {duration_formatted}' : '{bar} {value} of about {total} tickets';
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true }, Presets.shades_classic);
  bar.start(total ?? 0, 0);
  return {
    at(count) {
      if (total !== undefined && count > total) bar.setTotal(count);
      bar.update(count);
    },
    stop: () => bar.stop(),
  };
}
