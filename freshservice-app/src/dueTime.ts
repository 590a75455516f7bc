import { passTime } from '@baton/shared';
import { bucketFor, bucketsToSweep } from './dueBuckets';
import { complete, readTicket } from './freshserviceDesk';
import { postpone, ticketsIn } from './freshserviceLedger';
import { installationOf, type Args, type Installation } from './installation';
import { ifFound, platformAnswer } from './platformErrors';
import { lookedAt } from './lookedAt';
import { translateTicket } from './translateFreshservice';

const CURSOR = 'sweep:cursor';

/** Lets time pass on one ticket; what cannot be done now is put off, so that the cursor can move on. */
async function sweepTicket(installation: Installation, ticket: string, now: number): Promise<void> {
  const { directory } = installation;
  const ports = installation.portsFor(async () => translateTicket(directory, await readTicket(ticket)).facts);
  try {
    await passTime(ports, ticket, now, {
      carryOut: notices => complete(ticket, directory, notices),
      look: async state => lookedAt(state, directory, await readTicket(ticket), now),
    });
  } catch (error) {
    console.info(`Ticket ${ticket} is left to the next sweep: ${error instanceof Error ? error.message : 'unknown'}`);
    await postpone(ticket, now);
  }
}

/**
 * Every ten minutes: lets time pass on every ticket something is due on, and puts right what a crash left behind.
 * With nothing due it costs two storage operations, and a third when the cursor moves.
 */
export async function sweep(args: Args, now: number): Promise<void> {
  const installation = installationOf(args, now);
  const kept = (await ifFound($db.get(CURSOR), 'reading the cursor')) as { bucket?: string } | undefined;
  const buckets = bucketsToSweep(kept?.bucket, now);
  for (const ticket of await ticketsIn(buckets)) await sweepTicket(installation, ticket, now);
  const last = buckets[buckets.length - 1] ?? bucketFor(now, now);
  if (last !== kept?.bucket) await platformAnswer($db.set(CURSOR, { bucket: last }), 'moving the cursor');
}
