import { mended } from './agreementBook';
import { bucketsToSweep, cursorAfter } from './dueBuckets';
import { ringSoon, sweepAgain } from './dueBells';
import { metInBuckets } from './escalationRecords';
import { installationOf, type Installation } from './installation';
import type { Args } from './parameters';
import { passTimeOn } from './passTimeOn';
import { ifFound, platformAnswer } from './platformErrors';
import { isMoreToMove } from './moveOpen';
import { lookOnCall } from './onCall';
import { isMuchLeft, reconcile, unreconciled, type Reconciled } from './reconcile';
import { leftBehind } from './whoLeft';

const CURSOR = 'sweep:cursor';

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
    if (!(await passTimeOn(known, met, now))) await ringSoon(tickets, now);
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
  await passTimeOn(await installationOf(args, now).onTicket(ticket), [{ ticket }], now);
}

/** Meets at most so many of what is due; whether that was all of it. Then looks for what no event told, and who left. */
async function sweepUpTo(args: Args, now: number, most: number): Promise<boolean> {
  const kept = await readCursor();
  const buckets = bucketsToSweep(kept.bucket, now);
  const { tickets, people } = await metInBuckets(buckets);
  const installation = await mended(await installationOf(args, now).knowing(people), now);
  if (!installation.isAgreed) return true;
  if (!(await passTimeOn(installation, tickets, now, most))) return false;
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
