import {
  canonicalJson,
  DeskError,
  noVersions,
  versionOf,
  versionsOf,
  type AgreementDocument,
  type Hashing,
  type NumberedFact,
  type VersionBook,
  type VersionEntry,
  type VersionFact,
  type Versions,
} from '@baton/shared';
import { putInForce } from './agreementInForce';
import { INSTALLED, keepText, readText } from './agreementTexts';
import { ifFound, platformAnswer } from './platformErrors';
import { aboutIn, keepAbout, type StoredRecord } from './sealedRecords';

/** Under this name lies how many facts there are: a hint, never truth. */
const HEAD = 'versions';

/** A fact and the versions with it, sealed, since any agent's browser can write the store. */
interface Row {
  readonly body: string;
  readonly mac: string;
}

const rowKey = (revision: number): string => `v:${revision}`;

/** What was entered when Baton was installed is the first version, and in force. */
const installed = {
  ...{ type: 'Adopted', at: 0, version: 1, content: INSTALLED },
  by: { person: 'baton' },
  reason: 'Entered when Baton was installed',
} as const satisfies VersionFact;

type Entry = Pick<VersionEntry, 'fact' | 'versions'>;

/** What the book is opened with. */
export interface Opened {
  readonly hash: Hashing;
  /** What was entered when Baton was installed; empty where nothing was. */
  readonly entered: string;
  /** What was read of what lies beside the tickets' records. */
  readonly records: readonly StoredRecord[];
}

const readRow = (revision: number): Promise<Row | undefined> =>
  ifFound($db.get(rowKey(revision)) as Promise<Row>, 'reading the versions');

function entryOf({ body, mac }: Row, hash: Hashing): Entry {
  if (hash(body) !== mac) throw new DeskError('refused', 'A version of the agreement was changed outside Baton.');
  return JSON.parse(body) as Entry;
}

const headIn = ({ records, hash }: Opened): number =>
  (aboutIn(records, HEAD, hash) as { readonly revision?: number } | undefined)?.revision ?? 0;

/** The newest entry: rows are never overwritten, so the next one is asked for until there is none. */
async function newest(book: Opened): Promise<Entry | undefined> {
  const first = book.entered === '' ? 0 : 1;
  let found = headIn(book) > 0 ? await readRow(headIn(book)) : undefined;
  for (let revision = Math.max(headIn(book), first) + 1; ; revision += 1) {
    const next = await readRow(revision);
    if (!next) return found && entryOf(found, book.hash);
    found = next;
  }
}

async function load(book: Opened): Promise<Versions> {
  const entry = await newest(book);
  if (entry) return entry.versions;
  return book.entered === '' ? noVersions : versionsOf([installed]);
}

const text = ({ entered, hash }: Opened, content: string): Promise<AgreementDocument | undefined> =>
  content === INSTALLED ? Promise.resolve(JSON.parse(entered) as AgreementDocument) : readText(content, hash);

/** Creating the row is the commit and the only arbiter: it is refused where somebody was faster. */
async function isCreated(row: Row, revision: number): Promise<boolean> {
  try {
    await platformAnswer($db.set(rowKey(revision), row, { setIf: 'not_exist' }), 'writing a version');
    return true;
  } catch (error) {
    if (await readRow(revision)) return false;
    throw error;
  }
}

async function add({ hash }: Opened, { fact, versions, inForce }: VersionEntry): Promise<boolean> {
  const body = canonicalJson({ fact, versions });
  const { revision } = versions;
  if (!(await isCreated({ body, mac: hash(body) }, revision))) return false;
  const texts = inForce?.map(each => ({ ...each, content: versionOf(versions, each.version)?.content ?? '' }));
  if (texts) await putInForce(texts, hash);
  await keepAbout(HEAD, { revision }, hash);
  return true;
}

async function facts(book: Opened, most: number, before?: number): Promise<readonly NumberedFact[]> {
  const last = (before ?? (await load(book)).revision + 1) - 1;
  const numbered: NumberedFact[] = [];
  for (let revision = last; revision > Math.max(0, last - most); revision -= 1) {
    const row = await readRow(revision);
    numbered.push({ revision, fact: row ? entryOf(row, book.hash).fact : installed });
  }
  return numbered;
}

/** The versions of this installation's agreement. */
export const agreementBook = (book: Opened): VersionBook => ({
  load: () => load(book),
  text: content => text(book, content),
  keep: document => keepText(document, book.hash),
  add: entry => add(book, entry),
  facts: (most, before) => facts(book, most, before),
});
