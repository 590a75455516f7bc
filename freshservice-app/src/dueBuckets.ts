/** Ten minutes, the sweep's rhythm, in ms. */
export const BUCKET = 600_000;
/** What waits for nothing is in no bucket a sweep reads. */
const NO_BUCKET = 'none';
/** Most buckets one query may name: it asks who is there besides. */
const MOST = 23;

const nameOf = (start: number): string => new Date(start).toISOString().slice(0, 16);
const startOf = (at: number): number => Math.floor(at / BUCKET) * BUCKET;

/** When a bucket begins, epoch ms. */
export const startOfBucket = (bucket: string): number => Date.parse(`${bucket}:00Z`);

/** The bucket in which something due at `dueAt` is looked for; never one that has already been swept. Epoch ms. */
export const bucketFor = (dueAt: number | undefined, now: number): string =>
  dueAt === undefined ? NO_BUCKET : nameOf(startOf(Math.max(dueAt, now)));

/** The buckets a sweep reads at `now`: from one before the cursor to the one after now's, as many as one query may name. */
export function bucketsToSweep(cursor: string | undefined, now: number): readonly string[] {
  const last = startOf(now);
  const from = cursor === undefined ? last - BUCKET : startOfBucket(cursor) - BUCKET;
  const first = Math.min(from, last);
  const count = Math.min(MOST, (last - first) / BUCKET + 2);
  return Array.from({ length: count }, (_, index) => nameOf(first + index * BUCKET));
}

/** Where the cursor goes after a sweep: the last bucket read, but never one that is still to come. */
export function cursorAfter(swept: readonly string[], now: number): string {
  const past = swept.filter(bucket => bucket <= nameOf(startOf(now)));
  return past[past.length - 1] ?? nameOf(startOf(now));
}
