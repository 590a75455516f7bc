import type { BaselineShelf, FrozenBaseline } from '@baton/shared';
import { kvs } from '@forge/kvs';
import { FORM, knownForm } from './directoryStore';
import { isTaken, storeError } from './platformErrors';

interface Kept {
  readonly form: number;
  readonly is: FrozenBaseline;
}

const keyOf = (number: number): string => `baseline:${number}`;

/** What this site has frozen of the time before Baton. */
export const baselines: BaselineShelf = {
  read: async number => knownForm(await storeError(kvs.get<Kept>(keyOf(number))))?.is,
  async put(is) {
    try {
      await kvs.set(keyOf(is.number), { form: FORM, is }, { keyPolicy: 'FAIL_IF_EXISTS' });
      return true;
    } catch (error) {
      return isTaken(error) ? false : storeError(Promise.reject(error));
    }
  },
};
