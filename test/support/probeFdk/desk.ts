import Database from 'libsql';
import { join } from 'node:path';
import { storyCast } from '../../../scripts/workbench/cast';
import { workbenchClock } from '../../../scripts/workbench/clock';
import { actionCosts } from '../../../scripts/workbench/costs';
import type { Outside } from '../../../scripts/workbench/outside';
import { freshserviceDesk, type FreshserviceOptions } from '../../../scripts/workbench/freshservice';

/** Monday morning, and it stays so until the clock is told otherwise. */
export const monday = Date.parse('2026-11-23T09:00:00Z');

/** The probe app on a Freshservice desk of its own, in memory, with a clock that only jumps. */
export async function probeDesk(options: FreshserviceOptions = {}, db = new Database(':memory:'), outside?: Outside) {
  const clock = workbenchClock({ offset: 0 }, () => monday);
  const costs = actionCosts(clock.now);
  const lines: string[] = [];
  const desk = freshserviceDesk(
    {
      clock,
      costs,
      db,
      cast: storyCast,
      pageOrigin: 'http://127.0.0.1:4000',
      frameOrigin: 'http://localhost:4000',
      stagedApp: join(__dirname, 'staged'),
      log: (_desk, line) => lines.push(line),
      ...(outside ? { outside } : {}),
    },
    options,
  );
  await desk.start('the agreement');
  const ask = (request: object) => desk.ask('101', 'ana', request);
  /** The refusal of a request that must not succeed. */
  const refusal = async (request: object) =>
    ask(request).then(
      answer => Promise.reject(new Error(`expected a refusal, got ${JSON.stringify(answer)}`)),
      (failure: { shape: Record<string, unknown> }) => failure.shape,
    );
  const open = () =>
    desk.create({
      title: 'VPN drops',
      description: 'Every hour',
      type: 'incident',
      priority: 2,
      team: 'contoso-desk',
      person: 'ana',
      openedBy: 'Rita Alves',
    });
  const seen = async () => {
    await desk.settle();
    const { seen: events } = (await ask({ type: 'fetch', key: 'events' })) as { seen: SeenEvent[] };
    return events;
  };
  return { desk, db, clock, costs, lines, ask, refusal, open, seen };
}

interface SeenEvent {
  event: string;
  actor: number;
  changes: Record<string, unknown> | null;
  at: number;
}
