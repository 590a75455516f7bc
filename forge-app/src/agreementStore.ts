import {
  agreementParts,
  hashing,
  parseAgreement,
  partsFor,
  termsFor,
  type AgreementIndex,
  type Terms,
  type TicketFacts,
} from '@baton/shared';
import { kvs } from '@forge/kvs';
import { FORM, knownForm, saveDirectory } from './directoryStore';
import { storeError } from './platformErrors';

/** The text as saved is kept beside what is read from it, so that an admin sees what they wrote. */
const TEXT = 'agreement:text';
const INDEX = 'agreement:index';
const partKey = (hash: string): string => `agreement:part:${hash}`;

interface Kept<T> {
  readonly form: number;
  readonly is: T;
}

const keeping = <T>(is: T): Kept<T> => ({ form: FORM, is });

const readKept = async <T>(key: string): Promise<T | undefined> =>
  knownForm(await storeError(kvs.get<Kept<T>>(key)))?.is;

/** Whether an agreement has been saved on this site: without one there is nothing to look for. */
export const isAgreed = async (): Promise<boolean> => (await storeError(kvs.get(INDEX))) !== undefined;

/** The promises for a ticket with these facts; undefined when no cell governs it. Reads the index and at most three parts. */
export async function readTerms(facts: TicketFacts): Promise<Terms | undefined> {
  const index = await readKept<AgreementIndex>(INDEX);
  if (!index) return undefined;
  const names = partsFor(index, facts);
  const parts = await Promise.all(names.map(name => storeError(kvs.get<string>(partKey(name)))));
  return termsFor(index, Object.fromEntries(names.map((name, at) => [name, parts[at] ?? '[]'])), facts);
}

/** The agreement as it was last saved; undefined before the first time. */
export const readAgreementText = (): Promise<string | undefined> => storeError(kvs.get<string>(TEXT));

/**
 * Makes an agreement the active one: immutable parts first, the index and directory last, so that a crash between
 * leaves the old one in force.
 *
 * @throws AgreementError with every violation; what was stored is kept
 */
export async function saveAgreement(text: string): Promise<void> {
  const { index, directory, parts } = agreementParts(parseAgreement(text), hashing());
  for (const [name, part] of Object.entries(parts)) await storeError(kvs.set(partKey(name), part));
  await saveDirectory(directory, transaction => transaction.set(INDEX, keeping(index)).set(TEXT, text));
}
