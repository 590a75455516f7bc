import type { Hashing, Ports } from '@baton/shared';
import { ifFound, isRefusal, platformAnswer } from './platformErrors';

/** Longer than what concerns many tickets at once takes to reach them all, s. */
const ttl = 14 * 86_400;

/** Of the tickets that an occasion concerns the first one tells, and tells again should it have to. */
export const tellsBy =
  (hash: Hashing): NonNullable<Ports['tellsOf']> =>
  async (occasion, ticket) => {
    const key = `told:${hash(occasion).slice(0, 40)}`;
    try {
      await platformAnswer($db.set(key, { ticket }, { ttl, setIf: 'not_exist' }), 'claiming what is told once');
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const claim = await ifFound($db.get(key), 'reading who tells');
      return (claim as { ticket?: string } | undefined)?.ticket === ticket;
    }
  };
