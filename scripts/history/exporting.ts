import type { Batch, KeptHistory } from './keptHistory';

/** Told how many tickets are written. */
export type Progress = (count: number) => void;

/** Puts batches down as they come; each is either all there or not there at all. Returns how many tickets are written. */
export async function exporting(
  batches: AsyncIterable<Batch<unknown>>,
  kept: KeptHistory,
  progress: Progress = () => undefined,
): Promise<number> {
  progress(kept.known.size);
  for await (const batch of batches) {
    kept.add(batch);
    progress(kept.known.size);
  }
  kept.finish();
  return kept.known.size;
}
