import {
  actOnVersions,
  authorOf,
  canonicalJson,
  decideAct,
  settingsRequestSchema,
  sittingOf,
  versionOf,
  type Hashing,
  type SettingsAct,
  type SettingsAnswer,
  type SettingsDesk,
  type Sitting,
} from '@baton/shared';
import { z } from 'zod';
import { agreementTicket, agreementTicketIn, answerOnTicket } from './agreementTicket';
import type { Installation } from './installation';
import { ifFound, platformAnswer } from './platformErrors';

/** What binds beyond one ticket: the browser's word for who asks is not enough. */
const binding: ReadonlySet<SettingsAct['type']> = new Set([
  'approve',
  'activate',
  'roll back',
  'adopt',
  'move open',
] as const);
/** What became of an act, between who did it and the version. */
const dones: Readonly<Partial<Record<SettingsAct['type'], string>>> = {
  approve: 'approved',
  activate: 'made count',
  'roll back': 'rolled back to',
  'move open': 'moves what is open to',
  adopt: 'put in force, to watch by,',
};
/** As long as a code is good, s. */
const ttl = 86_400;
const CODE = /\bBATON-[0-9A-F]{4}-[0-9A-F]{4}\b/;

/** An act that waits for its note: what, of which text, and whose. */
const waitingSchema = z.object({ act: z.looseObject({}), content: z.string(), person: z.string() });
type Waiting = { readonly act: object; readonly content: string; readonly person: string };

const codeOf = (waiting: Waiting, hash: Hashing): string => {
  const seal = hash(canonicalJson(waiting)).toUpperCase();
  return `BATON-${seal.slice(0, 4)}-${seal.slice(4, 8)}`;
};

/** The code in a note; undefined in any other, so that ordinary notes cost nothing. */
export const codeIn = (text: string): string | undefined => CODE.exec(text)?.[0];

const contentOf = ({ versions }: Sitting, { version }: SettingsAct): string =>
  versionOf(versions, version)?.content ?? '';

/** What an act that binds waits for, or why it would be refused; undefined where it does not bind. @throws DeskError */
export async function confirmBy(
  installation: Installation,
  sitting: Sitting,
  act: SettingsAct,
): Promise<SettingsAnswer | undefined> {
  if (!binding.has(act.type)) return undefined;
  const entry = await decideAct(sitting, act);
  if ('ok' in entry) return entry;
  const waiting = { act, content: contentOf(sitting, act), person: authorOf(sitting).person };
  const code = codeOf(waiting, installation.hash);
  const ticket = await agreementTicket(installation);
  await platformAnswer($db.set(`p:${code}`, waiting, { ttl }), 'keeping what waits for a note');
  return { ok: true, confirming: { code, ticket } };
}

/** The act a code stands for; undefined where nobody asked for it, it is over, or it was changed outside Baton. */
async function waitingFor(code: string, hash: Hashing): Promise<Waiting | undefined> {
  const kept = await ifFound($db.get(`p:${code}`), 'reading what waits for a note');
  const { data } = waitingSchema.safeParse(kept);
  return data && codeOf(data, hash) === code ? data : undefined;
}

/** Does what waited, as the one whom Freshservice names; says why not where it cannot be done. @throws DeskError */
async function done(desk: SettingsDesk, { act, content, person }: Waiting): Promise<string> {
  const sitting = await sittingOf(desk);
  const asked = settingsRequestSchema.parse(act) as SettingsAct;
  if (authorOf(sitting).person !== person) return 'This code was shown to somebody else, so it has no effect.';
  if (contentOf(sitting, asked) !== content) return 'The text has changed since the code was shown. Look at it again.';
  // The code stands for the text itself: a signature in between is no reason to ask for another one.
  const refused = await actOnVersions(sitting, { ...asked, expected: sitting.versions.revision });
  const { name } = sitting.viewer;
  return refused ? `${refused.sentence} ${refused.remedy}` : `${name} ${dones[asked.type]} version ${asked.version}.`;
}

/** A note with a code on Baton's own ticket: its act takes effect if the note is theirs. @throws DeskError */
export async function takeSigned(
  installation: Installation,
  desk: SettingsDesk,
  said: { readonly ticket: string; readonly code: string },
): Promise<void> {
  if (said.ticket !== agreementTicketIn(installation)) return;
  const waiting = await waitingFor(said.code, installation.hash);
  const sentence = waiting
    ? await done({ ...desk, asking: { ...desk.asking, known: 'note' } }, waiting)
    : 'This code is not known here or no longer good. Ask for it again.';
  await answerOnTicket(said.ticket, sentence);
}
