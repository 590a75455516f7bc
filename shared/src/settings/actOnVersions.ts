import {
  activeAt,
  decideVersion,
  evolveVersions,
  unsafeIn,
  type AgreementDocument,
  type Author,
  type VersionCommand,
  type VersionContext,
  type VersionFact,
  type VersionRefusal,
  type Versions,
} from '../agreement';
import { onlyWatching } from './onlyWatching';
import type { ReadText, Sitting } from './settingsDesk';
import { textOf } from './sitting';
import type { SettingsAct } from './protocol';
import type { SettingsRefusal } from './settingsView';
import { movingNow } from './movingOrder';
import type { InForce, VersionEntry } from './versionBook';
import { withSections } from './writtenSections';

type Draft = Extract<SettingsAct, { type: 'draft' }>;

/** Longest text that is kept, in characters of JSON: far above any agreement. */
const longestText = 400_000;

const refusedAs = ({ code, sentence, remedy, changes }: VersionRefusal): SettingsRefusal => ({
  ...{ ok: false, code, sentence, remedy },
  ...(changes ? { changes } : {}),
});

const hostile = (document: AgreementDocument): SettingsRefusal | undefined => {
  const unsafe = unsafeIn(document);
  const [first] = unsafe;
  if (first === undefined && JSON.stringify(document).length <= longestText) return undefined;
  return {
    ...{ ok: false, code: 'not-plain', mistakes: unsafe },
    sentence: first ? `${first.path} ${first.message}.` : 'This text is longer than any agreement can be.',
    remedy: 'Take that out, then save it again.',
  };
};

/** Who acts: a person of a party, or whoever begins, by their native id. */
export const authorOf = ({ desk, viewer }: Sitting): Author =>
  viewer.signer ?? { person: `${desk.name}:${desk.asking.native ?? 'nobody'}` };

/** What an act needs to know of texts. */
interface Texts {
  readonly content?: string;
  readonly document?: AgreementDocument;
  readonly texts: Readonly<Record<string, AgreementDocument>>;
}

/** The text of the first version, which only watches whatever was sent; none where it cannot be read. */
async function firstText({ desk, versions }: Sitting, version: number): Promise<AgreementDocument | undefined> {
  const text = await textOf(desk, versions, version);
  return text?.agreement && onlyWatching(text.document);
}

async function writtenText({ desk, versions }: Sitting, { on, sections }: Draft): Promise<AgreementDocument> {
  const before = on === undefined ? undefined : await textOf(desk, versions, on);
  return withSections(before?.document ?? {}, sections);
}

const kept = (text: ReadText | undefined, versions: Versions): Texts['texts'] => {
  const content = versions.versions.find(({ number }) => number === text?.version)?.content;
  return text && content !== undefined ? { [content]: text.document } : {};
};

/** The texts that the decision looks at: the version's own, and the one in force. */
async function textsFor(sitting: Sitting, act: SettingsAct): Promise<Texts['texts']> {
  const { desk, versions, active } = sitting;
  const own = active?.version === act.version ? active : await textOf(desk, versions, act.version);
  return { ...kept(active, versions), ...kept(own, versions) };
}

const contextOf = ({ desk, versions, roles, viewer }: Sitting, texts: Texts['texts']): VersionContext => ({
  now: desk.now,
  documentOf: content => texts[content],
  ...(roles ? { roles } : {}),
  ...(activeAt(versions, desk.now) ? {} : { beginning: { isAdmin: viewer.isAdmin } }),
});

const commandOf = (sitting: Sitting, act: SettingsAct, written?: { content: string; document: AgreementDocument }) => {
  const command = {
    from: sitting.desk.now,
    ...act,
    ...written,
    by: authorOf(sitting),
    known: sitting.desk.asking.known,
  };
  return command as unknown as VersionCommand;
};

/** What counts now and later once this is so, with the texts. @throws DeskError */
async function inForceOf({ desk }: Sitting, versions: Versions): Promise<readonly InForce[]> {
  const now = activeAt(versions, desk.now);
  const counting = versions.activations.filter(each => each === now || each.from > desk.now);
  const texts = await Promise.all(counting.map(({ version }) => textOf(desk, versions, version)));
  return counting.flatMap((each, at) => {
    const { document, agreement } = texts[at] ?? {};
    return document && agreement ? [{ ...each, document, agreement }] : [];
  });
}

const enforcing: ReadonlySet<VersionFact['type']> = new Set([
  'Activated',
  'RolledBack',
  'Adopted',
  'OpenMoved',
] as const);

async function entryOf(sitting: Sitting, fact: VersionFact): Promise<VersionEntry> {
  const versions = evolveVersions(sitting.versions, fact);
  const inForce = enforcing.has(fact.type) ? { inForce: await inForceOf(sitting, versions) } : {};
  return { fact, versions, ...inForce };
}

/** The text that comes with an act. */
function textWith(sitting: Sitting, act: SettingsAct): Promise<AgreementDocument | undefined> {
  if (act.type === 'draft') return writtenText(sitting, act);
  return act.type === 'adopt' ? firstText(sitting, act.version) : Promise.resolve(undefined);
}

/** What would become of an act: what there is to add, or why not. Nothing but its text is stored. @throws DeskError */
export async function decideAct(sitting: Sitting, act: SettingsAct): Promise<VersionEntry | SettingsRefusal> {
  const document = await textWith(sitting, act);
  const refused = document && hostile(document);
  if (refused) return refused;
  const written = document && { document, content: await sitting.desk.book.keep(document) };
  const context = contextOf(sitting, await textsFor(sitting, act));
  const decision = decideVersion(sitting.versions, commandOf(sitting, act, written), context);
  if (!decision.ok) return refusedAs(decision.refusal);
  const [fact] = decision.facts;
  return fact ? entryOf(sitting, fact) : refusedAs(lost);
}

const lost: VersionRefusal = {
  code: 'changed-meanwhile',
  sentence: 'Somebody has changed this meanwhile.',
  remedy: 'Look at what is there now, then do it again.',
};

/** Adds what an act comes to. @throws DeskError */
export async function actOnVersions(sitting: Sitting, act: SettingsAct): Promise<SettingsRefusal | undefined> {
  const entry = await decideAct(sitting, act);
  if ('ok' in entry) return entry;
  if (!(await sitting.desk.book.add(entry))) return refusedAs(lost);
  if (movingNow(entry.versions, sitting.desk.now)) await sitting.desk.moving.begin();
  return undefined;
}
