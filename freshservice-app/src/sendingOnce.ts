import { ifFound, isRefusal, platformAnswer } from './platformErrors';

/** Longer than a run may take: whoever claimed it is over by then, ms. */
const A_RUN = 60_000;

/** What a refused condition answers is not documented, so the claim that stands decides; one that is old is nobody's. */
async function isClaimed(key: string, now: number, forMs: number): Promise<boolean> {
  const claim = await ifFound($db.get(key), 'reading who sends');
  return claim !== undefined && now - ((claim as { at?: number }).at ?? 0) < forMs;
}

/** Claims something for a while (ms) at `now` (epoch ms): the store lets one run. Whether it was this one. @throws DeskError */
export async function isMine(key: string, now: number, forMs: number): Promise<boolean> {
  try {
    const claim = $db.set(key, { at: now }, { ttl: forMs / 1000, setIf: 'not_exist' });
    await platformAnswer(claim, 'claiming what is to be sent');
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return !(await isClaimed(key, now, forMs));
  }
}

/** Whether this run sends what waits on a ticket at `now` (epoch ms): a bell and a sweep may come at once. @throws DeskError */
export const maySend = (ticket: string, now: number): Promise<boolean> => isMine(`sending:${ticket}`, now, A_RUN);
