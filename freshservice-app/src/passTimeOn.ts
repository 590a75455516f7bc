import { DeskError, passTime, type Stay } from '@baton/shared';
import { complete } from './carryOut';
import { ringAt } from './dueBells';
import { postpone, type Met } from './escalationRecords';
import { readTicket } from './freshserviceDesk';
import type { Installation } from './installation';
import { lookedAt } from './lookedAt';
import { ifFound } from './platformErrors';
import { keepStays } from './stays';
import { isGone } from './strangers';
import { translateTicket } from './translateFreshservice';

/** A sweep or a bell: one reading of the installation at one instant (epoch ms), and the stays it finds over. */
interface Run {
  readonly installation: Installation;
  readonly now: number;
  /** As many tickets as it lets time pass on. */
  readonly most: number;
  readonly over: Stay[];
}

/** Lets time pass on one ticket. @throws LedgerError, DeskError */
function passOn({ installation, now, over }: Run, ticket: string): Promise<void> {
  const { directory } = installation;
  const ports = installation.portsFor(async () => translateTicket(directory, await readTicket(ticket)).facts);
  return passTime(ports, ticket, now, {
    carryOut: notices => complete(ticket, installation, notices),
    look: async state => {
      const native = await ifFound(readTicket(ticket), 'looking at a ticket');
      return native && !isGone(native) ? lookedAt(state, directory, native, now) : [];
    },
    remember: stays => {
      over.push(...stays);
      return Promise.resolve();
    },
  });
}

const isBusy = (error: unknown): boolean => error instanceof DeskError && error.code === 'busy';

/** Lets time pass on one ticket; what fails there is put off, so that the others come to their turn. */
async function sweepTicket(run: Run, ticket: string): Promise<'done' | 'busy'> {
  try {
    await passOn(run, ticket);
    return 'done';
  } catch (error) {
    if (isBusy(error)) return 'busy';
    console.info(`Ticket ${ticket} is left to the next sweep: ${error instanceof Error ? error.message : 'unknown'}`);
    await postpone(ticket, run.now);
    return 'done';
  }
}

type ToMeet = Omit<Met, 'since'>;

/** A run has twenty seconds; what it does not come to in these is left to the next. */
const LONGEST = 12_000;

/** Whether a run came to the end of what it met: it stops where its time or the quota of this minute is used up. */
async function meetAll(run: Run, met: readonly ToMeet[]): Promise<boolean> {
  const { now, most } = run;
  let left = most;
  for (const { ticket, dueAt = now } of met) {
    if (left === 0 || Date.now() - now > LONGEST) return false;
    if (dueAt > now) await ringAt(ticket, dueAt, now);
    else if ((await sweepTicket(run, ticket)) === 'busy') return false;
    else left -= 1;
  }
  return true;
}

/**
 * Lets time pass on tickets, and writes down the stays it finds over; what falls due a little later gets its bell. False
 * where it stopped before the end: the time of the run or the quota of this minute is used up. @throws DeskError
 */
export async function passTimeOn(
  installation: Installation,
  met: readonly ToMeet[],
  now: number,
  most = Infinity,
): Promise<boolean> {
  const run: Run = { installation, now, most, over: [] };
  const isDone = await meetAll(run, met);
  await keepStays(run.over, installation.hash, now);
  return isDone;
}
