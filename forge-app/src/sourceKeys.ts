import { AgreementError, keyViolation, sourceOf } from '@baton/shared';
import { kvs } from '@forge/kvs';
import { directoryIfAgreed, readDirectory } from './directoryStore';
import { storeError } from './platformErrors';

/** How long the key before is still good for, ms: time enough to change it at the source. */
const CHANGED_OVER = 86_400_000;

const keyOf = (source: string): string => `source:${source}`;

interface Kept {
  readonly key: string;
  readonly former?: { readonly key: string; readonly until: number };
}

const read = (source: string): Promise<Kept | undefined> => storeError(kvs.getSecret<Kept>(keyOf(source)));

/** Whether a source has a key; never what it is. @throws DeskError */
export const isKeyEntered = async (source: string): Promise<boolean> => (await read(source)) !== undefined;

/** What a source may sign with at `now` (epoch ms), the present key first. @throws DeskError */
export async function keysOf(source: string, now: number): Promise<readonly string[]> {
  const kept = await read(source);
  if (!kept) return [];
  const { key, former } = kept;
  return former && former.until > now ? [key, former.key] : [key];
}

/** A source of the agreement, and whether its key was entered; never what it is. */
export interface SourceStanding {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly isSet: boolean;
}

/** Who may tell something from outside. @throws DeskError */
export async function readSources(): Promise<readonly SourceStanding[]> {
  const { sources = {} } = (await directoryIfAgreed()) ?? {};
  return Promise.all(
    Object.entries(sources).map(async ([id, { kind, name }]) => {
      return { id, kind, name, isSet: (await read(id)) !== undefined };
    }),
  );
}

/** Keeps what a source signs with; the key before is good for a day yet. @throws AgreementError, DeskError */
export async function saveKey(id: string, key: string, now: number): Promise<void> {
  const source = sourceOf(await readDirectory(), id);
  const problem = source ? keyViolation(source, key) : 'is no source of the agreement';
  if (problem !== undefined) throw new AgreementError('rules', `${id} ${problem}.`, [{ path: id, message: problem }]);
  const before = await read(id);
  const former = before && before.key !== key ? { former: { key: before.key, until: now + CHANGED_OVER } } : {};
  await storeError(kvs.setSecret(keyOf(id), { key, ...former }));
}
