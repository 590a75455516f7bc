import { ifFound, isRefusal, platformAnswer } from './platformErrors';

/** Longer than a run may take: whoever claimed it is over by then, ms. */
const A_RUN = 60_000;

const keyOf = (ticket: string): string => `sending:${ticket}`;

/** What a refused condition answers is not documented, so the claim that stands decides; one that is old is nobody's. */
async function isClaimed(ticket: string, now: number): Promise<boolean> {
  const claim = await ifFound($db.get(keyOf(ticket)), 'reading who sends');
  return claim !== undefined && now - ((claim as { at?: number }).at ?? 0) < A_RUN;
}

/**
 * Whether this run sends what waits on a ticket at `now` (epoch ms): a bell and a sweep may come at once, and the store
 * lets one of them. @throws DeskError
 */
export async function maySend(ticket: string, now: number): Promise<boolean> {
  try {
    const claim = $db.set(keyOf(ticket), { at: now }, { ttl: A_RUN / 1000, setIf: 'not_exist' });
    await platformAnswer(claim, 'claiming what is to be sent');
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return !(await isClaimed(ticket, now));
  }
}
