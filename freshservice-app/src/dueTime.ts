import { DeskError, passTime, type Stay } from '@baton/shared';
import { mended } from './agreementBook';
import { bucketsToSweep, cursorAfter } from './dueBuckets';
import { ringAt, ringSoon, sweepAgain } from './dueBells';
import { complete } from './carryOut';
import { readTicket } from './freshserviceDesk';
import { metInBuckets, postpone, type Met } from './escalationRecords';
import { installationOf, type Installation } from './installation';
import type { Args } from './parameters';
import { ifFound, platformAnswer } from './platformErrors';
import { lookedAt } from './lookedAt';
import { isMoreToMove } from './moveOpen';
import { lookOnCall } from './onCall';
import { isMuchLeft, reconcile, unreconciled, type Reconciled } from './reconcile';
import { keepStays } from './stays';
import { isGone } from './strangers';
import { translateTicket } from './translateFreshservice';
import { leftBehind } from './whoLeft';

const CURSOR = 'sweep:cursor';

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

/** The same, and what it found over is written down. */
async function sweepAll(
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

/** What a sweep leaves behind for the next. */
export interface Cursor {
  readonly bucket?: string;
  readonly reconciled?: Reconciled;
  /** When it came to its end, epoch ms. */
  readonly at?: number;
  /** When it was last asked who works here, epoch ms, and whom the agreement named then. */
  readonly peopleAt?: number;
  readonly named?: string;
}

/** How often Freshservice is asked who works there, ms. */
const PEOPLE_EVERY = 3_600_000;

type Looked = Pick<Cursor, 'peopleAt' | 'named'>;

/** Once an hour: whoever has left, or is named in the agreement no more, holds nothing any more. */
async function lookWhoLeft(installation: Installation, kept: Looked, now: number): Promise<Looked> {
  if (now - (kept.peopleAt ?? 0) < PEOPLE_EVERY) return kept;
  try {
    const { installation: known, tickets, named } = await leftBehind(installation, kept.named, now);
    const met = tickets.map(ticket => ({ ticket }));
    if (!(await sweepAll(known, met, now))) await ringSoon(tickets, now);
    return { peopleAt: now, named };
  } catch (error) {
    console.info(`Who has left is looked for later: ${error instanceof Error ? error.message : 'unknown reason'}`);
    return kept;
  }
}

/** What the last sweep left behind. @throws DeskError */
export const readCursor = async (): Promise<Cursor> =>
  ((await ifFound($db.get(CURSOR), 'reading the cursor')) ?? {}) as Cursor;

const later =
  (kept: Reconciled | undefined) =>
  (error: unknown): Reconciled | undefined => {
    console.info(`What changed is looked for later: ${error instanceof Error ? error.message : 'unknown reason'}`);
    return kept;
  };

const goesOnLater = (error: unknown): boolean => {
  console.info(`What is open moves on later: ${error instanceof Error ? error.message : 'unknown reason'}`);
  return false;
};

/** Moves some of what is open, and comes again soon where that or what changed is more than one sweep does. */
async function goOn(installation: Installation, reconciled: Reconciled | undefined, now: number): Promise<void> {
  const isMore = await isMoreToMove(installation, now).catch(goesOnLater);
  if (isMore || (reconciled && isMuchLeft(reconciled))) await sweepAgain(now, 1);
}

/** A sweep that runs again leaves more than half of its minute's quotas to the people at their panels. */
const SHARE = 12;
/** Until the next sweep has asked for its own. */
const AGAIN = 10;

/** A bell rings: lets time pass on its ticket; where the quota of this minute is used up, the sweep does. */
export async function ring(args: Args, ticket: string, now: number): Promise<void> {
  await sweepAll(await installationOf(args, now).onTicket(ticket), [{ ticket }], now);
}

/** Meets at most so many of what is due; whether that was all of it. Then looks for what no event told, and who left. */
async function sweepUpTo(args: Args, now: number, most: number): Promise<boolean> {
  const kept = await readCursor();
  const buckets = bucketsToSweep(kept.bucket, now);
  const { tickets, people } = await metInBuckets(buckets);
  const installation = await mended(await installationOf(args, now).knowing(people), now);
  if (!installation.isAgreed) return true;
  if (!(await sweepAll(installation, tickets, now, most))) return false;
  const reconciled = await reconcile(installation, kept.reconciled ?? unreconciled(now), now).catch(
    later(kept.reconciled),
  );
  await goOn(installation, reconciled, now);
  const looked = await lookWhoLeft(installation, kept, now);
  await lookOnCall(installation, now);
  const bucket = cursorAfter(buckets, now);
  const cursor: Cursor = { ...looked, bucket, at: now, ...(reconciled ? { reconciled } : {}) };
  await platformAnswer($db.set(CURSOR, cursor), 'moving the cursor');
  return true;
}

/**
 * Every ten minutes: lets time pass on every ticket something is due on, puts right what a crash left behind, looks for
 * what no event told, and sets bells for what falls due before the next. With nothing of that it costs two storage
 * operations, one request, and a third operation when the cursor moves. What it does not come to keeps the cursor where
 * it was, and smaller sweeps come for it every minute.
 */
export async function sweep(args: Args, now: number): Promise<void> {
  if (!(await sweepUpTo(args, now, Infinity))) await sweepAgain(now, AGAIN);
}

/** One of those smaller ones. */
export async function sweepShare(args: Args, now: number): Promise<void> {
  await sweepUpTo(args, now, SHARE);
}
