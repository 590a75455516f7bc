import { isFlaw, replaying, type Mapping, type Replayed, type ReplayPlan } from '@baton/shared';
import { caseSort } from './caseSort';
import { readLog } from './readLog';
import { reportFile } from './reportFile';

/** What to replay, and where the report goes as JSON. */
export interface FileReplay extends ReplayPlan {
  readonly input: string;
  readonly json?: string | undefined;
  /** What was taken for granted, in sentences. */
  readonly assumed: readonly string[];
  /** Told how many bytes were read since the last time. */
  readonly progress?: (bytes: number) => void;
}

/** Titles are no business of a replay. */
function withoutTitle({ title: _, ...mapping }: Mapping): Mapping {
  return mapping;
}

/**
 * Replays a log from its file.
 *
 * @throws LogError where it cannot be read at all
 */
export async function replayFile({ input, json, assumed, progress, ...plan }: FileReplay): Promise<Replayed> {
  const sort = caseSort();
  const { flaw, replay, replayed } = replaying(plan);
  try {
    const line = (read: Parameters<typeof isFlaw>[0]): void => (isFlaw(read) ? flaw(read) : sort.add(read));
    await readLog(input, withoutTitle(plan.mapping), { line, flaw }, progress);
    const report = reportFile(json);
    for (const logged of sort.cases()) {
      const measures = replay(logged);
      if (measures) report.add(measures);
    }
    const all = replayed();
    report.finish(all, assumed);
    return all;
  } finally {
    sort.forget();
  }
}
