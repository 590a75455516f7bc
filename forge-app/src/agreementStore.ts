import {
  agreementParts,
  hashing,
  partsFor,
  termsFor,
  type AgreementIndex,
  type InForce,
  type Terms,
  type TicketFacts,
} from '@baton/shared';
import { kvs } from '@forge/kvs';
import { countingAt, countingFrom, type Counting } from './counting';
import { FORM, isDirectoryKept, knownForm, type More } from './directoryStore';
import { storeError } from './platformErrors';

const INDEX = 'agreement:index';
const partKey = (hash: string): string => `agreement:part:${hash}`;

interface Kept extends Counting<AgreementIndex> {
  readonly form: number;
}

/** Whether an agreement has been saved on this site: without one there is nothing to look for. */
export const isAgreed = async (): Promise<boolean> => (await storeError(kvs.get(INDEX))) !== undefined;

/** The promises for a ticket with these facts; undefined when no cell governs it. Reads the index and at most three parts. */
export async function readTerms(facts: TicketFacts): Promise<Terms | undefined> {
  const kept = knownForm(await storeError(kvs.get<Kept>(INDEX)));
  const index = kept && countingAt(kept, Date.now());
  if (!index) return undefined;
  const names = partsFor(index, facts);
  const parts = await Promise.all(names.map(name => storeError(kvs.get<string>(partKey(name)))));
  return termsFor(index, Object.fromEntries(names.map((name, at) => [name, parts[at] ?? '[]'])), facts);
}

/**
 * Makes agreements count, each from its instant: immutable parts first, index and directory last and together with
 * whatever `more` adds, so that a crash between leaves the old one in force.
 *
 * @returns false where somebody has changed the directory at the same time
 * @throws DeskError
 */
export async function isPutInForce(inForce: readonly InForce[], now: number, more: More): Promise<boolean> {
  const all = inForce.map(each => ({ ...each, ...agreementParts(each.agreement, hashing()) }));
  for (const [name, part] of all.flatMap(({ parts }) => Object.entries(parts))) {
    await storeError(kvs.set(partKey(name), part));
  }
  const index: Kept = {
    form: FORM,
    ...countingFrom(
      all.map(({ from, index: is }) => ({ from, is })),
      now,
    ),
  };
  const directories = countingFrom(
    all.map(each => ({ from: each.from, is: each.directory })),
    now,
  );
  return isDirectoryKept(directories, transaction => more(transaction.set(INDEX, index)));
}
