import { Router } from 'express';
import { z } from 'zod';
import { LATE } from './arrivals';
import type { RunningWorkbench } from './runningWorkbench';

const desk = z.enum(['freshservice', 'jira']).optional();
const faultSchema = z.union([
  z.strictObject({
    deliveries: z.enum(['duplicate', 'delay', 'reorder', 'drop']),
    count: z.int().min(1).max(1_000),
    desk,
  }),
  z.strictObject({
    storageWrite: z.int().min(1).max(100_000),
    then: z.enum(['fail', 'crash']),
    done: z.boolean().optional(),
    desk,
  }),
]);

const ASKED_FOR =
  'Send {"deliveries": "duplicate" | "delay" | "reorder" | "drop", "count": 1 to 1000} or ' +
  '{"storageWrite": 1 to 100000, "then": "fail" | "crash", "done": true once the write is done}; ' +
  '"desk": "freshservice" | "jira" keeps either to one desk.';

/** `/control/faults`: what goes wrong next on the platforms, and what did. */
export function faultRoutes({ faults, settle }: RunningWorkbench): Router {
  const router = Router();
  const told = () => ({
    coming: faults.coming(),
    struck: faults.struck().map(one => ({ ...one, at: new Date(one.at).toISOString() })),
    delayMinutes: LATE / 60_000,
  });

  router.get('/', (_request, response) => void response.json(told()));

  router.post('/', async (request, response) => {
    const fault = faultSchema.safeParse(request.body);
    if (!fault.success) {
      response.status(400).json({ message: ASKED_FOR });
      return;
    }
    // What is already on its way is not meant.
    await settle();
    faults.add(fault.data);
    response.json(told());
  });

  router.delete('/', (_request, response) => {
    faults.clear();
    response.json(told());
  });

  return router;
}
