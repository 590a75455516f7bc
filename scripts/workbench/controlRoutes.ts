import { json, Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { faultRoutes } from './faultRoutes';
import { judged } from './budgets';
import type { RunningWorkbench } from './runningWorkbench';
import { exportedLedger } from './exportedLedger';
import { metLedger, standing, storedLedger } from './storedLedgers';

const timeSchema = z.union([
  z.strictObject({ advanceMinutes: z.number().positive().max(525_600) }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
  z.strictObject({ run: z.boolean() }),
  z.strictObject({ next: z.literal(true) }),
]);

const isDesk = (name: unknown): name is 'freshservice' | 'jira' => name === 'freshservice' || name === 'jira';

/** Only the machine itself may steer the workbench. */
function loopbackOnly(request: Request, response: Response, next: () => void): void {
  const from = request.socket.remoteAddress ?? '';
  if (['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(from)) next();
  else response.status(403).json({ message: 'Only this machine may steer the workbench.' });
}

/** A body that is no JSON is the caller's mistake, told like any other. */
function unreadable(error: Error, _request: Request, response: Response, next: (error: Error) => void): void {
  if (error instanceof SyntaxError) response.status(400).json({ message: 'The body is not valid JSON.' });
  else next(error);
}

async function moveTime(workbench: RunningWorkbench, body: z.infer<typeof timeSchema>): Promise<void> {
  const { clock } = workbench.services;
  if ('run' in body) {
    if (body.run) clock.run();
    else clock.pause();
    return;
  }
  const to =
    'advanceMinutes' in body
      ? clock.now() + body.advanceMinutes * 60_000
      : 'to' in body
        ? Date.parse(body.to)
        : (clock.next()?.at ?? clock.now());
  await clock.jump(to);
  await workbench.settle();
}

/** `/control`: what checks and scripts read and steer. Loopback only, counted on nobody. */
export function controlRoutes(workbench: RunningWorkbench): Router {
  const { db, cast, clock, costs } = workbench.services;
  const router = Router();
  router.use(loopbackOnly, json({ limit: '1mb' }), unreadable);
  router.use('/faults', faultRoutes(workbench));

  router.get('/tickets', async (_request, response) => {
    await workbench.settle();
    response.json(
      workbench.desks.flatMap(desk =>
        desk.tickets().map(ticket => {
          const { id, title } = ticket;
          const ledger = storedLedger(db, desk.name, workbench.nativeId(desk.name, id));
          return { desk: desk.name, id, title, ...standing(ledger, cast, ticket), facts: ledger.facts.length };
        }),
      ),
    );
  });

  router.get('/ledger/:desk/:id', async (request, response) => {
    const { desk, id } = request.params;
    if (!isDesk(desk) || !workbench.hasTicket(desk, id)) {
      response.status(404).json({ message: 'There is no such ticket on this desk.' });
      return;
    }
    await workbench.settle();
    if (request.query['export'] !== undefined) {
      response.json(await exportedLedger(workbench, desk, id));
      return;
    }
    const facts = (await metLedger(workbench, desk, id)).facts;
    response.json({ facts: facts.map(fact => ({ ...fact, assurance: fact.by.assurance })) });
  });

  router.get('/costs', async (_request, response) => {
    await workbench.settle();
    response.json(costs.list().map(judged));
  });

  router.get('/time', (_request, response) => {
    response.json({ now: new Date(clock.now()).toISOString(), isPaused: clock.isPaused(), next: clock.next() ?? null });
  });

  router.post('/time', async (request, response) => {
    const body = timeSchema.safeParse(request.body);
    if (!body.success) {
      response
        .status(400)
        .json({ message: 'Say {"advanceMinutes": n}, {"to": "ISO"}, {"run": true} or {"next": true}.' });
      return;
    }
    await moveTime(workbench, body.data);
    response.json({ now: new Date(clock.now()).toISOString() });
  });

  return router;
}
