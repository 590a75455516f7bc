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
import { countingAt, type Counting } from './counting';
import { isConflict, storeError } from './platformErrors';

const ENTITY = 'directory';
const KEY = 'agreement:directory';
/** How often a change is made anew after somebody else was faster. */
const ATTEMPTS = 4;

/** The form in which index and directory are stored; a newer Baton may have stored them in another. */
export const FORM = 1;

/** One entity, so that it is only written over the version it was read at. */
interface Kept extends Counting<Directory> {
  readonly form: number;
  readonly version: number;
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

type Change = (kept: Kept | undefined) => Pick<Kept, 'is' | 'later' | 'presence'>;
/** What is written with it, or not at all. */
export type More = (transaction: Transaction) => Transaction;

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

async function write(change: Change): Promise<void> {
  for (let tried = 0; tried < ATTEMPTS; tried += 1) if (await isWritten(change, transaction => transaction)) return;
  throw new DeskError('busy', 'Several people are changing who is there at once.');
}

const noneSaved = (): never => {
  throw new DeskError('not-found', 'No agreement has been saved on this site yet.');
};

/** Who is out and who has left, whatever the agreement says. @throws DeskError */
export const readPresence = async (): Promise<Presence> => presenceIn(await read());

/** People, teams and rosters, and who is there now. @throws DeskError `not-found` while no agreement is in force */
export async function readDirectory(): Promise<Directory> {
  const kept = await read();
  const directory = (kept && countingAt(kept, Date.now())) ?? noneSaved();
  return directoryWith(directory, presenceIn(kept));
}

/** The same; undefined while no agreement is in force. @throws DeskError */
export const directoryIfAgreed = (): Promise<Directory | undefined> =>
  readDirectory().catch((error: unknown) => {
    if (error instanceof DeskError && error.code === 'not-found') return undefined;
    throw error;
  });

/** Stores other directories with what belongs to them; who is out or has left stays known. False as {@link isWritten}. */
export const isDirectoryKept = (counting: Counting<Directory>, more: More): Promise<boolean> =>
  isWritten(kept => ({ ...counting, presence: presenceIn(kept) }), more);

/** Stores that somebody is out, is back or has left, at `now` (epoch ms). @throws DeskError */
export const changePresence = (change: (presence: Presence) => Presence, now: number): Promise<void> =>
  write(kept => {
    const { is, later } = kept ?? noneSaved();
    const presence = presentPresence(change(presenceIn(kept)), now);
    return { ...(is ? { is } : {}), ...(later ? { later } : {}), presence };
  });
