import { passTime } from '@baton/shared';
import { bucketFor, bucketsToSweep } from './dueBuckets';
import { complete, readTicket } from './freshserviceDesk';
import { postpone, ticketsIn } from './freshserviceLedger';
import { installationOf, type Args, type Installation } from './installation';
import { ifFound, platformAnswer } from './platformErrors';
import { lookedAt } from './lookedAt';
import { reconcile, unreconciled, type Reconciled } from './reconcile';
import { isGone } from './strangers';
import { translateTicket } from './translateFreshservice';

const CURSOR = 'sweep:cursor';

/** Lets time pass on one ticket; what cannot be done now is put off, so that the cursor can move on. */
async function sweepTicket(installation: Installation, ticket: string, now: number): Promise<void> {
  const { directory } = installation;
  const ports = installation.portsFor(async () => translateTicket(directory, await readTicket(ticket)).facts);
  try {
    await passTime(ports, ticket, now, {
      carryOut: notices => complete(ticket, directory, notices),
      look: async state => {
        const native = await ifFound(readTicket(ticket), 'looking at a ticket');
        return native && !isGone(native) ? lookedAt(state, directory, native, now) : [];
      },
    });
  } catch (error) {
    console.info(`Ticket ${ticket} is left to the next sweep: ${error instanceof Error ? error.message : 'unknown'}`);
    await postpone(ticket, now);
  }
}

/** What a sweep leaves behind for the next. */
interface Cursor {
  readonly bucket?: string;
  readonly reconciled?: Reconciled;
}

const later =
  (kept: Reconciled | undefined) =>
  (error: unknown): Reconciled | undefined => {
    console.info(`What changed is looked for later: ${error instanceof Error ? error.message : 'unknown reason'}`);
    return kept;
  };

/**
 * Every ten minutes: lets time pass on every ticket something is due on, puts right what a crash left behind, and looks
 * for what no event told. With nothing of that it costs two storage operations, one request, and a third operation when
 * the cursor moves.
 */
export async function sweep(args: Args, now: number): Promise<void> {
  const installation = installationOf(args, now);
  const kept = ((await ifFound($db.get(CURSOR), 'reading the cursor')) ?? {}) as Cursor;
  const buckets = bucketsToSweep(kept.bucket, now);
  for (const ticket of await ticketsIn(buckets)) await sweepTicket(installation, ticket, now);
  const reconciled = await reconcile(installation, kept.reconciled ?? unreconciled(now), now).catch(
    later(kept.reconciled),
  );
  const bucket = buckets[buckets.length - 1] ?? bucketFor(now, now);
  await platformAnswer($db.set(CURSOR, { bucket, ...(reconciled ? { reconciled } : {}) }), 'moving the cursor');
}
