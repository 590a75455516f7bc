import {
  activeAt,
  canonicalJson,
  DeskError,
  noVersions,
  versionOf,
  versionsOf,
  type Activation,
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
import type { Installation } from './installation';
import { ifFound, platformAnswer } from './platformErrors';
import { aboutIn, keepAbout, type StoredRecord } from './sealedRecords';

/** Under this name lies how many facts there are: a hint, never truth; and since when what counts is being changed. */
const HEAD = 'versions';
interface Head {
  readonly revision: number;
  /** Epoch ms; absent where it was changed to its end. */
  readonly changing?: number;
}
/** As long as whoever changes what counts has for it, ms; after that it is put right by a sweep. */
const A_MINUTE = 60_000;

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
  /** Epoch ms. */
  readonly now: number;
}

const readRow = (revision: number): Promise<Row | undefined> =>
  ifFound($db.get(rowKey(revision)) as Promise<Row>, 'reading the versions');

function entryOf({ body, mac }: Row, hash: Hashing): Entry {
  if (hash(body) !== mac) throw new DeskError('refused', 'A version of the agreement was changed outside Baton.');
  return JSON.parse(body) as Entry;
}

const headIn = ({ records, hash }: Pick<Opened, 'records' | 'hash'>): Head =>
  (aboutIn(records, HEAD, hash) as Head | undefined) ?? { revision: 0 };

/** The newest entry: rows are never overwritten, so the next one is asked for until there is none. */
async function newest(book: Opened): Promise<Entry | undefined> {
  const first = book.entered === '' ? 0 : 1;
  const { revision: head } = headIn(book);
  let found = head > 0 ? await readRow(head) : undefined;
  for (let revision = Math.max(head, first) + 1; ; revision += 1) {
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

/** Activations with the names of their texts. */
const texts = (versions: Versions, all: readonly Activation[]) =>
  all.map(each => ({ ...each, content: versionOf(versions, each.version)?.content ?? '' }));

async function add({ hash, now }: Opened, { fact, versions, inForce }: VersionEntry): Promise<boolean> {
  const body = canonicalJson({ fact, versions });
  const { revision } = versions;
  if (inForce) await keepAbout(HEAD, { revision: revision - 1, changing: now }, hash);
  if (!(await isCreated({ body, mac: hash(body) }, revision))) return false;
  if (inForce) await putInForce(texts(versions, inForce), hash);
  await keepAbout(HEAD, { revision }, hash);
  return true;
}

/** Makes count what the versions say, where Baton died between the two. @throws DeskError */
async function mend(book: Opened): Promise<void> {
  const versions = await load(book);
  const counting = activeAt(versions, book.now);
  const inForce = versions.activations.filter(each => each === counting || each.from > book.now);
  await putInForce(texts(versions, inForce), book.hash);
  await keepAbout(HEAD, { revision: versions.revision }, book.hash);
}

/** The installation by what counts at `now` (epoch ms), once what a crash left behind there is put right. @throws DeskError */
export async function mended(installation: Installation, now: number): Promise<Installation> {
  const { hash, entered, records } = installation;
  const { changing = now } = headIn({ hash, records });
  if (now - changing < A_MINUTE) return installation;
  await mend({ hash, entered, records, now });
  return installation.current();
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
