import type { Replayed, ReplayPlan } from '@baton/shared';
import { replayLog } from '@baton/shared/log';
import { caseSort } from './caseSort';
import { fileBlocks } from './logFile';
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

/**
 * Replays a log from its file.
 *
 * @throws LogError where it cannot be read at all
 */
export async function replayFile({ input, json, progress, ...plan }: FileReplay): Promise<Replayed> {
  const sort = caseSort();
  try {
    return await replayLog({ ...plan, blocks: fileBlocks(input, progress), sort, report: reportFile(json) });
  } finally {
    sort.forget();
  }
}
