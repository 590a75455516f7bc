import {
  answerKnock,
  DeskError,
  turnOf,
  type InboundAnswer,
  type InboundDoor,
  type InboundJob,
  type Knock,
} from '@baton/shared';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { takeJob } from './alertDesk';
import { readTerms } from './agreementStore';
import { readDirectory } from './directoryStore';
import { laterOr, storeError } from './platformErrors';
import { countRefusal } from './refusals';
import { keysOf } from './sourceKeys';

/** As long as a delivery is known again; Standard Webhooks senders try for no longer. */
const ttl = { value: 3, unit: 'DAYS' } as const;

/** To the queue, which tries again what fails; noted after that, so that a crash between repeats it, which changes nothing. */
async function once(delivery: string, job: InboundJob): Promise<boolean> {
  if ((await storeError(kvs.get(delivery))) !== undefined) return false;
  const body = { ...job } as unknown as Record<string, unknown>;
  await new Queue({ key: 'inbound' }).push({ body, concurrency: { key: turnOf(job), limit: 1 } });
  await storeError(kvs.set(delivery, { at: job.learned }, { ttl }));
  return true;
}

/** The door as it is now. @throws DeskError */
export async function inboundDoor(): Promise<InboundDoor> {
  const [directory, now] = [await readDirectory(), Date.now()];
  return {
    directory,
    now,
    keysOf: source => keysOf(source, now),
    terms: readTerms,
    once,
    refuse: because => countRefusal(because, now),
  };
}

const requestSchema = z.looseObject({
  method: z.string(),
  headers: z.record(z.string(), z.array(z.string())).catch({}),
  body: z.string().catch(''),
});

const lowered = (headers: Readonly<Record<string, readonly string[]>>): Knock['headers'] =>
  Object.fromEntries(Object.entries(headers).map(([name, [value = '']]) => [name.toLowerCase(), value]));

const busy = { status: 503, sentence: 'Baton cannot take this now. Send it again in a minute.' } as const;

const answered = ({ status, ...said }: InboundAnswer | typeof busy) => ({
  statusCode: status,
  headers: { 'Content-Type': ['application/json'], ...(status === 503 ? { 'Retry-After': ['60'] } : {}) },
  body: JSON.stringify(said),
});

/** Something knocked at the web trigger: anybody may, so that nothing but a signature lets it in. */
export async function onKnock(request: unknown): Promise<ReturnType<typeof answered>> {
  const { headers, body } = requestSchema.parse(request);
  try {
    return answered(await answerKnock(await inboundDoor(), { headers: lowered(headers), body }));
  } catch (error) {
    console.warn(error instanceof DeskError ? error.message : 'What came from outside could not be taken.');
    return answered(busy);
  }
}

/** Something that was let in is taken; handed over again where it could not be. */
export async function onInbound(event: unknown): Promise<unknown> {
  const { body } = event as { body: InboundJob };
  try {
    return await takeJob(body);
  } catch (error) {
    return laterOr(error, event);
  }
}
