import { heldCases, LogError, replayLog } from '../../../log';
import {
  assumptions,
  autopsyOf,
  caseIndex,
  caseText,
  courseOf,
  findingsOf,
  reportText,
  simulate,
  type Autopsy,
  type CasesBehind,
  type Figure,
  type Replayed,
  type ReplayPlan,
} from '../../../src/replay';

/** How far a replay is: bytes that were read of all, then cases that were replayed of all. */
export interface Progress {
  readonly doing: 'reading' | 'replaying';
  readonly done: number;
  readonly of: number;
}

/** A report as it lies in the page, with everything to look further into it. */
export interface PageReport {
  readonly replayed: Replayed;
  readonly assumed: readonly string[];
  /** The same text that the command writes of the same file. */
  readonly json: Blob;
  readonly behind: (figure: Figure) => CasesBehind;
  /** Looks into one case; undefined where no cell of the agreement governs it. */
  readonly lookInto: (id: string) => Autopsy | undefined;
}

interface Watching {
  readonly progress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** Read at once, bytes, and how long the page is kept from anything else, ms. */
const [BLOCK, SLICE] = [128 * 1024, 24];
/** More events than this are no longer held in a page. */
const MOST = 1_500_000;

/** A file block by block; whoever else wants the page has a turn between them. */
async function* blocksOf(file: Blob, { progress, signal }: Watching): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += BLOCK) {
    signal.throwIfAborted();
    progress({ doing: 'reading', done: at, of: file.size });
    yield new Uint8Array(await file.slice(at, at + BLOCK).arrayBuffer());
  }
}

/** Lets the page have a turn as often as somebody could notice that it had none. */
function turns(signal: AbortSignal, then: () => void): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < SLICE) return undefined;
    signal.throwIfAborted();
    then();
    return new Promise(resolve =>
      setTimeout(() => {
        began = performance.now();
        resolve();
      }),
    );
  };
}

function holding() {
  const held = heldCases();
  return {
    ...held,
    add(line: Parameters<typeof held.add>[0]): void {
      if (held.count() >= MOST)
        throw new LogError(
          'The log has more events than a page can hold. Choose a shorter period when you export it, or replay it with “npm run replay”.',
        );
      held.add(line);
    },
  };
}

/**
 * Replays a file in the page it was chosen on, which it never leaves.
 *
 * @throws LogError where it cannot be read; the signal's reason once it is aborted
 */
export async function replayInPage(file: Blob, plan: ReplayPlan, watching: Watching): Promise<PageReport> {
  const sort = holding();
  const index = caseIndex();
  const [cases, json]: [string[], string[]] = [[], []];
  const assumed = assumptions(plan.mapping, plan.agreed);
  const replayed = await replayLog({
    ...{ ...plan, assumed, sort, blocks: blocksOf(file, watching) },
    pause: turns(watching.signal, () =>
      watching.progress({ doing: 'replaying', done: cases.length, of: sort.caseCount() }),
    ),
    report: {
      add(one) {
        cases.push(caseText(one.measures));
        index.add(one);
      },
      finish: (all, assumed) => void json.push(...reportText(all, assumed, cases)),
    },
  });
  const words = { waiting: new Set(plan.mapping.waiting), resolved: new Set(plan.mapping.resolved) };
  return {
    ...{ replayed, assumed, behind: index.behind, json: new Blob(json, { type: 'application/json' }) },
    lookInto(id) {
      const events = sort.eventsOf(id);
      if (!plan.agreed || !events) return undefined;
      const findings = findingsOf(id, simulate(courseOf({ id, events }, words), plan.agreed), plan.agreed.zone);
      return findings && autopsyOf(findings);
    },
  };
}
