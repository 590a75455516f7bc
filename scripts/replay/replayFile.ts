import { isFlaw, replaying, type Mapping, type Period, type Replayed } from '@baton/shared';
import { caseSort } from './caseSort';
import { readLog } from './readLog';
import { reportFile } from './reportFile';

/** What to replay. */
export interface Replay {
  readonly input: string;
  readonly mapping: Mapping;
  readonly period: Period;
  /** Where the report goes as JSON. */
  readonly json?: string;
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
export async function replayFile({ input, mapping, period, json, progress }: Replay): Promise<Replayed> {
  const sort = caseSort();
  const { flaw, replay, replayed } = replaying(mapping, period);
  try {
    await readLog(
      input,
      withoutTitle(mapping),
      { line: read => (isFlaw(read) ? flaw(read) : sort.add(read)), flaw },
      progress,
    );
    const report = reportFile(json);
    for (const logged of sort.cases()) {
      const found = replay(logged);
      if (found) report.add(found.measures);
    }
    const all = replayed();
    report.finish(all);
    return all;
  } finally {
    sort.forget();
  }
}
