import { answerKnock, DeskError, type InboundDoor, type InboundJob, type Knock } from '@baton/shared';
import { z } from 'zod';
import { takeJob } from './alertDesk';
import { installationOf } from './installation';
import type { Args } from './parameters';
import { keepForLater, type Later } from './inboundLater';
import { platformAnswer } from './platformErrors';
import { countRefusal } from './refusals';

/** As long as a delivery is known again, s. */
const ttl = 3 * 86_400;

const markOf = (hash: (text: string) => string, delivery: string): string => `in:${hash(delivery).slice(0, 40)}`;

/** Whether this delivery is the first of its name: noted before it is taken, in one write. @throws DeskError */
async function isFirst(mark: string): Promise<boolean> {
  try {
    await platformAnswer($db.set(mark, { is: 'taken' }, { ttl, setIf: 'not_exist' }), 'noting a delivery');
    return true;
  } catch (error) {
    if (error instanceof DeskError && error.code === 'conflict') return false;
    throw error;
  }
}

/** The door of an installation at `now` (epoch ms), by the agreement in force. @throws AgreementError, DeskError */
export async function inboundDoor(args: Args, now: number): Promise<InboundDoor> {
  const installation = await installationOf(args, now).current();
  const { directory, hash, keysOf } = installation;
  return {
    directory,
    now,
    keysOf: source => Promise.resolve(keysOf(source)),
    terms: facts => installation.portsFor(facts).terms(''),
    once: (delivery, job) => takenOnce(args, job, now, markOf(hash, delivery)),
    refuse: because => countRefusal(because, now),
  };
}

/** Whether it was the first of its name. What cannot be taken now is kept: the sender was told that it arrived. */
async function takenOnce(args: Args, job: InboundJob, now: number, mark: string): Promise<boolean> {
  try {
    if (!(await isFirst(mark))) return false;
    await take(args, job, now);
  } catch (error) {
    if (!(await keepForLater(job, error, now))) throw error;
  }
  return true;
}

/** Takes what was let in. @throws LedgerError, DeskError */
export const take = async (args: Args, job: InboundJob, now: number): Promise<void> =>
  takeJob(await installationOf(args, now).current(), job, now);

const argsSchema = z.looseObject({
  data: z.unknown(),
  headers: z.record(z.string(), z.unknown()).catch({}),
});

const lowered = (headers: Readonly<Record<string, unknown>>): Knock['headers'] =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
    ),
  );

/**
 * Something was sent to the address of this installation. The platform tells an app neither the body as it came nor lets
 * it answer: a signature over the body fits only where the sender wrote it as JSON is written here, so that a field of
 * the body carries the signed text instead; what is not let in is a line for the admin.
 */
export async function onExternalEvent(args: Args): Promise<void> {
  const { data, headers } = argsSchema.parse(args);
  const body = JSON.stringify(data) ?? '';
  const door = await inboundDoor(args, Date.now());
  const { status, sentence } = await answerKnock(door, { headers: lowered(headers), body });
  if (status >= 400) console.info(`Not let in: ${sentence}`);
}

/** What was let in and could not be taken then is taken now, or waits again. */
export const onLater = (args: Args, { job, tried }: Later, now: number): Promise<void> =>
  take(args, job, now).catch(async (error: unknown) => void (await keepForLater(job, error, now, tried)));
