import {
  moveSome,
  movingNow,
  progressOf,
  tellMoved,
  type HoldingParty,
  type MovingDesk,
  type MovingProgress,
  type OpenPage,
} from '@baton/shared';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { agreementBook } from './agreementBook';
import { readDirectory } from './directoryStore';
import { readIssueAsApp } from './jiraDesk';
import { portsFor } from './ledgerPorts';
import { carryOutAll } from './merges';
import { storeError } from './platformErrors';
import { heldPage } from './rowQueries';
import { translateIssue } from './translateJira';

const PROGRESS = 'agreement:moving';
/** Work items told in one run of the queue: some ten calls each, far inside the time of a run. */
const MOST = 20;

const bodySchema = z.object({ moving: z.literal(true) });

/** Whether a queue event is about moving what is open. */
export const isMoving = (body: unknown): boolean => bodySchema.safeParse(body).success;

/** How far moving what is open is. @throws DeskError */
export const readProgress = (): Promise<MovingProgress | undefined> => storeError(kvs.get<MovingProgress>(PROGRESS));

/** Has what is open moved, some at a time, one run after the other. */
export const beginMoving = async (): Promise<void> => {
  await new Queue({ key: 'due' }).push({ body: { moving: true }, concurrency: { key: 'moving', limit: 1 } });
};

const nextParty: Readonly<Record<HoldingParty, HoldingParty | undefined>> = { msp: 'client', client: undefined };

/** What each party holds, one party after the other: `after` says which and the store's own mark. */
async function page(after = 'msp '): Promise<OpenPage> {
  const [party, cursor] = after.split(' ') as [HoldingParty, string];
  const { rows, next } = await heldPage(party, cursor === '' ? undefined : cursor);
  const other = nextParty[party];
  if (next !== undefined) return { rows, next: `${party} ${next}` };
  return other === undefined ? { rows } : { rows, next: `${other} ` };
}

async function movingDesk(): Promise<MovingDesk> {
  const directory = await readDirectory();
  return {
    page,
    tell: async (ticket, event) => {
      const ports = portsFor(directory, async () => translateIssue(directory, await readIssueAsApp(ticket)).facts);
      const { to, advanced } = await tellMoved(ports, ticket, event);
      await carryOutAll(ticket, directory, advanced.notices);
      return to;
    },
    log: line => console.warn(line),
  };
}

/** What is still to be moved at an instant (epoch ms), and how far that is. */
async function undone(now: number) {
  const order = movingNow(await agreementBook.load(), now);
  const progress = order && progressOf(order, await readProgress());
  return order && progress && progress.doneAt === undefined ? { order, progress } : undefined;
}

/** Goes on with what a crash left undone, and begins what was to count later. `now` is epoch ms. @throws DeskError */
export async function resumeMoving(now: number): Promise<void> {
  if (await undone(now)) await beginMoving();
}

/** Moves some of what is open, and has the queue come back for the rest. @throws DeskError */
export async function moveOn(): Promise<void> {
  const now = Date.now();
  const { order, progress } = (await undone(now)) ?? {};
  if (!order || !progress) return;
  const next = await moveSome(await movingDesk(), order, progress, { now, most: MOST });
  await storeError(kvs.set(PROGRESS, next));
  if (next.doneAt === undefined) await beginMoving();
}
