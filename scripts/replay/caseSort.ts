import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogEvent, LoggedCase, LogLine } from '@baton/shared';
import { linesIn, lineWriter } from './spill';

/** Events held in memory before they are put down on disk. */
const HELD = 200_000;

const FIELDS = ['line', 'at', 'order', 'status', 'team', 'person', 'priority', 'impact', 'type'] as const;

const byId = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function encode(id: string, events: readonly LogEvent[]): string {
  const cells: (string | number | null)[] = [id];
  for (const event of events) for (const field of FIELDS) cells.push(event[field] ?? null);
  return JSON.stringify(cells);
}

function decode(text: string): LoggedCase {
  const [id, ...cells] = JSON.parse(text) as [string, ...(string | number | null)[]];
  const events: LogEvent[] = [];
  for (let from = 0; from < cells.length; from += FIELDS.length) {
    const event: Record<string, string | number> = {};
    for (const [index, field] of FIELDS.entries()) {
      const value = cells[from + index];
      if (value !== null && value !== undefined) event[field] = value;
    }
    events.push(event as unknown as LogEvent);
  }
  return { id, events };
}

/** Cases of several sorted runs as one, in the order of their ids; a case that lies in several is put together. */
function* merged(runs: readonly Iterator<LoggedCase>[]): Generator<LoggedCase> {
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
export function caseSort() {
  let held = new Map<string, LogEvent[]>();
  let count = 0;
  let folder: string | undefined;
  const files: string[] = [];
  const sorted = (): [string, LogEvent[]][] => [...held].sort(([a], [b]) => byId(a, b));

  const putDown = (): void => {
    folder ??= mkdtempSync(join(tmpdir(), 'baton-replay-'));
    const file = join(folder, String(files.length));
    const writer = lineWriter(file);
    for (const [id, events] of sorted()) writer.write(encode(id, events));
    writer.close();
    files.push(file);
    held = new Map();
    count = 0;
  };

  return {
    add({ case: id, event }: LogLine): void {
      const events = held.get(id);
      if (events) events.push(event);
      else held.set(id, [event]);
      count += 1;
      if (count >= HELD) putDown();
    },
    /** Every case once, in the order of the code units of its id. */
    *cases(): Generator<LoggedCase> {
      if (files.length > 0 && count > 0) putDown();
      if (files.length > 0) yield* merged(files.map(file => decoded(file)));
      else for (const [id, events] of sorted()) yield { id, events };
    },
    /** Takes what was put down off the disk again. */
    forget(): void {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
