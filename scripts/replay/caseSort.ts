import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogEvent, LoggedCase } from '@baton/shared';
import { heldCases, type CaseSort } from '@baton/shared/log';
import { linesIn, lineWriter } from './spill';

/** Events held in memory before they are put down on disk. */
const HELD = 200_000;

const FIELDS = ['line', 'at', 'order', 'status', 'team', 'person', 'priority', 'impact', 'type'] as const;

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
      held.add(line);
      if (held.count() >= HELD) putDown();
    },
    *cases() {
      if (files.length > 0 && held.count() > 0) putDown();
      if (files.length > 0) yield* merged(files.map(file => decoded(file)));
      else yield* held.cases();
    },
    /** Takes what was put down off the disk again. */
    forget(): void {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
