import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogEvent, LoggedCase } from '@baton/shared';
import { heldCases, type CaseSort } from '@baton/shared/log';
import { linesIn, lineWriter } from './spill';

/** Events held in memory before they are put down on disk. */
const HELD = 500_000;

type Cell = string | number | null;

/** Cells of one event as it is put down. */
const WIDTH = 9;

function encode(id: string, events: readonly LogEvent[]): string {
  const cells: (Cell | undefined)[] = [id];
  // Written out, as below, since this is done once for each event of a log.
  for (const event of events) {
    const { line, at, order, status, team, person, priority, impact, type } = event;
    // JSON has null for what is undefined in a list.
    cells.push(line, at, order, status, team, person, priority, impact, type);
  }
  return JSON.stringify(cells);
}

const known = <Value>(cell: Cell | undefined): Value | undefined => (cell ?? undefined) as Value | undefined;

function decode(text: string): LoggedCase {
  const cells = JSON.parse(text) as Cell[];
  const events: LogEvent[] = [];
  for (let from = 1; from < cells.length; from += WIDTH)
    events.push({
      line: cells[from] as number,
      at: cells[from + 1] as number,
      order: known(cells[from + 2]),
      status: known(cells[from + 3]),
      team: known(cells[from + 4]),
      person: known(cells[from + 5]),
      priority: known(cells[from + 6]),
      impact: known(cells[from + 7]),
      type: known(cells[from + 8]),
    });
  return { id: cells[0] as string, events };
}

/** Cases of several sorted runs as one, in the order of their ids; a case that lies in several is put together. */
function* merged(sorted: readonly Iterable<LoggedCase>[]): Generator<LoggedCase> {
  const runs = sorted.map(run => run[Symbol.iterator]());
  const heads = runs.map(run => run.next());
  for (;;) {
    const ids = heads.flatMap(head => (head.done === true ? [] : [head.value.id]));
    if (ids.length === 0) return;
    const first = ids.reduce((least, id) => (id < least ? id : least));
    const events: LogEvent[] = [];
    for (const [index, head] of heads.entries()) {
      if (head.done === true || head.value.id !== first) continue;
      events.push(...head.value.events);
      heads[index] = (runs[index] as Iterator<LoggedCase>).next();
    }
    yield { id: first, events };
  }
}

function* decoded(file: string): Generator<LoggedCase> {
  for (const line of linesIn(file)) yield decode(line);
}

/**
 * Puts the lines of a log together by case, wherever they stand in it. What is more than memory should hold lies in
 * sorted runs on disk until the cases are asked for.
 */
export function caseSort(): CaseSort & { readonly forget: () => void } {
  let held = heldCases();
  let folder: string | undefined;
  const files: string[] = [];

  const putDown = (): void => {
    folder ??= mkdtempSync(join(tmpdir(), 'baton-replay-'));
    const file = join(folder, String(files.length));
    const writer = lineWriter(file);
    for (const { id, events } of held.cases()) writer.write(encode(id, events));
    writer.close();
    files.push(file);
    held = heldCases();
  };

  return {
    add(line) {
      if (held.count() >= HELD) putDown();
      held.add(line);
    },
    *cases() {
      // A case goes on in the next run, so what is still held comes last.
      if (files.length > 0) yield* merged([...files.map(file => decoded(file)), held.cases()]);
      else yield* held.cases();
    },
    /** Takes what was put down off the disk again. */
    forget(): void {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
