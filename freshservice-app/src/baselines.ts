import type { BaselineShelf, FrozenBaseline } from '@baton/shared';
import { ifFound, isRefusal, platformAnswer } from './platformErrors';

const keyOf = (number: number): string => `baseline:${number}`;

const read = async (number: number): Promise<FrozenBaseline | undefined> => {
  const kept = (await ifFound($db.get(keyOf(number)), 'reading a baseline')) as { readonly is: string } | undefined;
  return kept && (JSON.parse(kept.is) as FrozenBaseline);
};

/** What this account has frozen of the time before Baton; as text, since the store rewrites objects. */
export const baselines: BaselineShelf = {
  read,
  async put(baseline) {
    const is = JSON.stringify(baseline);
    try {
      await platformAnswer($db.set(keyOf(baseline.number), { is }, { setIf: 'not_exist' }), 'freezing a baseline');
      return true;
    } catch (error) {
      if (!isRefusal(error) || (await read(baseline.number)) === undefined) throw error;
      return false;
    }
  },
};
