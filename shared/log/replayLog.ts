import { isFlaw, replaying, type Mapping, type Replayed, type ReplayedCase, type ReplayPlan } from '../src/replay';
import type { CaseSort } from './heldCases';
import { readLog } from './readLog';

/** Where a report goes: every case as it is counted, and in the end what they add up to. */
export interface ReportKeeper {
  readonly add: (replayed: ReplayedCase) => void;
  readonly finish: (replayed: Replayed, assumed: readonly string[]) => void;
}

/** What to replay, and with what. */
export interface LogReplay extends ReplayPlan {
  readonly blocks: AsyncIterable<Uint8Array>;
  readonly sort: CaseSort;
  readonly report: ReportKeeper;
  /** What was taken for granted, in sentences. */
  readonly assumed: readonly string[];
  /** Called after each case, so that whoever is on the same thread has a turn; undefined where nobody waits. */
  readonly pause?: () => Promise<void> | undefined;
}

/** Titles are no business of a replay. */
function withoutTitle({ title: _, ...mapping }: Mapping): Mapping {
  return mapping;
}

/**
 * Replays a log from the bytes of its file.
 *
 * @throws LogError where it cannot be read at all
 */
export async function replayLog({ blocks, sort, report, assumed, pause, ...plan }: LogReplay): Promise<Replayed> {
  const { flaw, replay, replayed } = replaying(plan);
  const line = (read: Parameters<typeof isFlaw>[0]): void => (isFlaw(read) ? flaw(read) : sort.add(read));
  await readLog(blocks, withoutTitle(plan.mapping), { line, flaw });
  for (const logged of sort.cases()) {
    const one = replay(logged);
    if (one) report.add(one);
    const turn = pause?.();
    if (turn) await turn;
  }
  const all = replayed();
  report.finish(all, assumed);
  return all;
}
