import { advance, nextDue, rowOf } from '@baton/shared';
import { bucketFor, bucketsToSweep } from './dueBuckets';
import { carryOut, readTicket } from './freshserviceDesk';
import { repairRecord, ticketsIn } from './freshserviceLedger';
import { installationOf, type Args, type Installation } from './installation';
import { ifFound, platformAnswer } from './platformErrors';
import { translateTicket } from './translateFreshservice';

const CURSOR = 'sweep:cursor';

async function passTime(installation: Installation, ticket: string, now: number): Promise<void> {
  const { directory } = installation;
  const ports = installation.portsFor(async () => translateTicket(directory, await readTicket(ticket)).facts);
  const known = await ports.ledger.load(ticket);
  if (!known) return;
  const due = nextDue(known.page.state);
  if (due === undefined || due > now) {
    await repairRecord(ticket, known, rowOf(known.page.state), now);
    return;
  }
  const advanced = await advance(
    ports,
    ticket,
    [
      {
        type: 'TimePassed',
        deliveryId: `sweep:${now}`,
        at: now,
        learned: now,
        actor: { rule: 'baton' },
        channel: 'clock',
        assurance: 'platform',
      },
    ],
    known,
  );
  await carryOut(ticket, directory, advanced.notices);
}

async function passTimeQuietly(installation: Installation, ticket: string, now: number): Promise<void> {
  try {
    await passTime(installation, ticket, now);
  } catch (error) {
    console.info(`Ticket ${ticket} is left to the next sweep: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

/**
 * Every ten minutes: lets time pass on every ticket something is due on, and puts records right that a crash left
 * behind. With nothing due it costs two storage operations, and a third when the cursor moves.
 */
export async function sweep(args: Args, now: number): Promise<void> {
  const installation = installationOf(args, now);
  const kept = (await ifFound($db.get(CURSOR), 'reading the cursor')) as { bucket?: string } | undefined;
  const buckets = bucketsToSweep(kept?.bucket, now);
  for (const ticket of await ticketsIn(buckets)) await passTimeQuietly(installation, ticket, now);
  const last = buckets[buckets.length - 1] ?? bucketFor(now, now);
  if (last !== kept?.bucket) await platformAnswer($db.set(CURSOR, { bucket: last }), 'moving the cursor');
}
