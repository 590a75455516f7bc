import {
  AgreementError,
  DeskError,
  directoryWith,
  everybodyThere,
  presenceSchema,
  presentPresence,
  type Directory,
  type Presence,
} from '@baton/shared';
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { isConflict, storeError } from './platformErrors';

const ENTITY = 'directory';
const KEY = 'agreement:directory';
/** How often a change is made anew after somebody else was faster. */
const ATTEMPTS = 4;

/** The form in which index and directory are stored; a newer Baton may have stored them in another. */
export const FORM = 1;

/** One entity, so that it is only written over the version it was read at. */
interface Kept {
  readonly form: number;
  readonly version: number;
  readonly is: Directory;
  readonly presence: Presence;
}

type Transaction = ReturnType<typeof kvs.transact>;

/** Refuses what a newer Baton has stored. @throws AgreementError */
export function knownForm<T extends { readonly form: number }>(kept: T | undefined): T | undefined {
  if (!kept || kept.form <= FORM) return kept;
  const sentence = 'The stored agreement was written by a newer version of Baton. Update the app.';
  throw new AgreementError('newer-version', sentence);
}

const read = async (): Promise<Kept | undefined> => knownForm(await storeError(kvs.entity<Kept>(ENTITY).get(KEY)));

const presenceIn = (kept: Kept | undefined): Presence =>
  presenceSchema.safeParse(kept?.presence).data ?? everybodyThere;

const isVersion = (version: number | undefined) => {
  const holds = version === undefined ? FilterConditions.notExists() : FilterConditions.equalTo(version);
  return new Filter<Kept>().and('version', holds);
};

type Change = (kept: Kept | undefined) => Pick<Kept, 'is' | 'presence'>;
type More = (transaction: Transaction) => Transaction;

/** Writes what `change` makes of it, with whatever else belongs to it; not where somebody was faster. */
async function isWritten(change: Change, more: More): Promise<boolean> {
  const kept = await read();
  const next: Kept = { form: FORM, version: (kept?.version ?? 0) + 1, ...change(kept) };
  const transaction = kvs.transact().set(KEY, next, { entityName: ENTITY, conditions: isVersion(kept?.version) });
  try {
    await more(transaction).execute();
    return true;
  } catch (error) {
    return isConflict(error) ? false : storeError(Promise.reject(error));
  }
}

async function write(change: Change, more: More = transaction => transaction): Promise<void> {
  for (let tried = 0; tried < ATTEMPTS; tried += 1) if (await isWritten(change, more)) return;
  throw new DeskError('busy', 'Several people are changing who is there at once.');
}

const agreed = (kept: Kept | undefined): Kept => {
  if (kept) return kept;
  throw new DeskError('not-found', 'No agreement has been saved on this site yet.');
};

/** People, teams and rosters, and who is there now. @throws DeskError `not-found` while no agreement is saved */
export async function readDirectory(): Promise<Directory> {
  const kept = agreed(await read());
  return directoryWith(kept.is, presenceIn(kept));
}

/** Stores another directory with what belongs to it; who is out or has left stays known. @throws DeskError */
export const saveDirectory = (is: Directory, more: More): Promise<void> =>
  write(kept => ({ is, presence: presenceIn(kept) }), more);

/** Stores that somebody is out, is back or has left, at `now` (epoch ms). @throws DeskError */
export const changePresence = (change: (presence: Presence) => Presence, now: number): Promise<void> =>
  write(kept => ({ is: agreed(kept).is, presence: presentPresence(change(presenceIn(kept)), now) }));
