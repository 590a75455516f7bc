import {
  DeskError,
  hashing,
  noVersions,
  versionsOf,
  type AgreementDocument,
  type NumberedFact,
  type VersionBook,
  type VersionEntry,
  type VersionFact,
  type Versions,
} from '@baton/shared';
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { isPutInForce } from './agreementStore';
import { FORM, knownForm, type More } from './directoryStore';
import { isConflict, storeError } from './platformErrors';

const ENTITY = 'versions';
const KEY = 'agreement:versions';
/** Where the text lay before versions were kept. */
const SAVED = 'agreement:text';
/** UTF-16 units of one piece of a text: a value has room for more, whatever the letters. */
const PIECE = 60_000;
/** How often it is tried anew where somebody has changed who is there at the same time. */
const ATTEMPTS = 4;

interface Kept {
  readonly form: number;
  readonly revision: number;
  readonly is: Versions;
}

interface Piece {
  /** How many there are. */
  readonly of: number;
  readonly text: string;
}

const factKey = (revision: number): string => `agreement:fact:${revision}`;
const pieceKey = (content: string, at: number): string => `agreement:text:${content}:${at}`;

/** What was saved before versions were kept is the first of them, and in force. */
const saved = {
  ...{ type: 'Adopted', at: 0, version: 1, content: 'saved' },
  by: { person: 'baton' },
  reason: 'Saved before versions were kept',
} as const satisfies VersionFact;

const readSaved = (): Promise<string | undefined> => storeError(kvs.get<string>(SAVED));
const readKept = async (): Promise<Kept | undefined> => knownForm(await storeError(kvs.entity<Kept>(ENTITY).get(KEY)));

async function load(): Promise<Versions> {
  const kept = await readKept();
  if (kept) return kept.is;
  return (await readSaved()) === undefined ? noVersions : versionsOf([saved]);
}

const readPiece = (content: string, at: number): Promise<Piece | undefined> =>
  storeError(kvs.get<Piece>(pieceKey(content, at)));

async function readText(content: string): Promise<string | undefined> {
  if (content === saved.content) return readSaved();
  const first = await readPiece(content, 0);
  const others = Array.from({ length: (first?.of ?? 1) - 1 }, (_, at) => readPiece(content, at + 1));
  const pieces = [first, ...(await Promise.all(others))];
  return pieces.some(piece => piece === undefined) ? undefined : pieces.map(piece => piece?.text).join('');
}

async function text(content: string): Promise<AgreementDocument | undefined> {
  const kept = await readText(content);
  return kept === undefined ? undefined : (JSON.parse(kept) as AgreementDocument);
}

async function keep(document: AgreementDocument): Promise<string> {
  const whole = JSON.stringify(document);
  const content = hashing()(whole).slice(0, 32);
  const of = Math.ceil(whole.length / PIECE);
  // The first one says that all are there, so it comes last.
  for (let at = of - 1; at >= 0; at -= 1) {
    const piece: Piece = { of, text: whole.slice(at * PIECE, (at + 1) * PIECE) };
    await storeError(kvs.set(pieceKey(content, at), piece));
  }
  return content;
}

/** The entry, over the revision before it; the first one beside what was saved before versions were kept. */
function writing({ fact, versions }: VersionEntry, stored: number | undefined): More {
  const { revision } = versions;
  const holds = stored === undefined ? FilterConditions.notExists() : FilterConditions.equalTo(stored);
  const conditions = new Filter<Kept>().and('revision', holds);
  const kept: Kept = { form: FORM, revision, is: versions };
  return transaction =>
    transaction.set(KEY, kept, { entityName: ENTITY, conditions }).set(factKey(revision), { form: FORM, fact });
}

async function isWritten(write: More): Promise<boolean> {
  try {
    await write(kvs.transact()).execute();
    return true;
  } catch (error) {
    return isConflict(error) ? false : storeError(Promise.reject(error));
  }
}

/** Whether the versions are still those that an entry was decided on. */
const isFresh = (stored: number | undefined, { versions }: VersionEntry): boolean =>
  stored === undefined ? versions.revision <= 2 : stored === versions.revision - 1;

async function add(entry: VersionEntry): Promise<boolean> {
  for (let tried = 0; tried < ATTEMPTS; tried += 1) {
    const stored = (await readKept())?.revision;
    if (!isFresh(stored, entry)) return false;
    const write = writing(entry, stored);
    const { inForce } = entry;
    if (await (inForce ? isPutInForce(inForce, Date.now(), write) : isWritten(write))) return true;
  }
  throw new DeskError('busy', 'Several people are changing the agreement at once.');
}

async function facts(most: number, before?: number): Promise<readonly NumberedFact[]> {
  const last = (before ?? (await load()).revision + 1) - 1;
  const revisions = Array.from({ length: Math.min(most, last) }, (_, n) => last - n);
  const kept = await Promise.all(
    revisions.map(revision => storeError(kvs.get<{ readonly fact: VersionFact }>(factKey(revision)))),
  );
  // Only what was saved before versions were kept has no entry of its own.
  return revisions.map((revision, at) => ({ revision, fact: kept[at]?.fact ?? saved }));
}

/** The versions of this site's agreement. */
export const agreementBook: VersionBook = { load, text, keep, add, facts };
