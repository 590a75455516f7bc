import {
  activeAt,
  hasRight,
  readAgreement,
  versionOf,
  type Agreement,
  type AgreementDocument,
  type AgreementRight,
  type Presence,
  type Signer,
  type Versions,
} from '../agreement';
import { AgreementError } from '../failures';
import type { ReadText, SettingsDesk, Sitting } from './settingsDesk';
import type { SettingsViewer } from './settingsView';

const rights: readonly AgreementRight[] = ['read', 'draft', 'approve', 'roll back', 'audit', 'freeze'];

/** What a text means; undefined where it cannot be used. */
export function meaningOf(document: AgreementDocument): Agreement | undefined {
  try {
    return readAgreement(document);
  } catch (error) {
    if (error instanceof AgreementError) return undefined;
    throw error;
  }
}

/** A version's text; undefined where it is not kept. @throws DeskError */
export async function textOf(
  { book }: SettingsDesk,
  versions: Versions,
  number: number,
): Promise<ReadText | undefined> {
  const version = versionOf(versions, number);
  const document = version && (await book.text(version.content));
  const agreement = document && meaningOf(document);
  return document && { version: number, document, ...(agreement ? { agreement } : {}) };
}

/** Whoever has left speaks for nobody, whatever the agreement says. */
const withoutLeft = (agreement: Agreement, { left }: Presence): Agreement => ({
  ...agreement,
  people: Object.fromEntries(
    Object.entries(agreement.people).map(([id, person]) => [
      id,
      left[id] === undefined ? person : { ...person, active: false },
    ]),
  ),
});

function signerOf({ people }: Agreement, { name, asking }: SettingsDesk): Signer | undefined {
  const [person, known] = Object.entries(people).find(([, each]) => each[name] === asking.native) ?? [];
  const party = known?.party;
  if (asking.native === undefined || person === undefined) return undefined;
  return party === 'msp' || party === 'client' ? { person, party } : undefined;
}

const granted = (holds: (right: AgreementRight) => boolean): SettingsViewer['may'] =>
  Object.fromEntries(rights.map(right => [right, holds(right)])) as SettingsViewer['may'];

/** Before anything is in force only an administrator writes: nobody appoints themselves by a draft. */
const beginnersRights: ReadonlySet<AgreementRight> = new Set(['read', 'draft', 'audit'] as const);

/** Who asks, where nothing is in force. */
function beginner(known: SettingsViewer): SettingsViewer {
  const { isAdmin, may } = known;
  const mayNow = granted(right => (isAdmin && beginnersRights.has(right)) || (may[right] && right !== 'draft'));
  return { ...known, may: mayNow, isBeginning: isAdmin };
}

async function viewerOf(desk: SettingsDesk, roles: Agreement | undefined): Promise<SettingsViewer> {
  const isAdmin = await desk.asking.isAdmin();
  const signer = roles && signerOf(roles, desk);
  const known = { isAdmin, isBeginning: false };
  if (!roles || !signer) {
    return { ...known, name: isAdmin ? 'an administrator' : 'somebody', may: granted(() => false) };
  }
  const name = roles.people[signer.person]?.name ?? signer.person;
  return { ...known, name, signer, may: granted(right => hasRight(roles, signer, right)) };
}

/** What counts at an instant; before anything does, the newest text. */
function countingAt(versions: Versions, at: number) {
  const inForce = activeAt(versions, at)?.version;
  return { number: inForce ?? versions.versions.at(-1)?.number ?? 0, isInForce: inForce !== undefined };
}

/** Looks up what a request is decided by. @throws DeskError */
export async function sittingOf(desk: SettingsDesk): Promise<Sitting> {
  const versions = await desk.book.load();
  const { number, isInForce } = countingAt(versions, desk.now);
  const text = await textOf(desk, versions, number);
  const roles = text?.agreement && withoutLeft(text.agreement, await desk.presence());
  const known = await viewerOf(desk, roles);
  const viewer = isInForce ? known : beginner(known);
  return { desk, versions, viewer, ...(isInForce && text ? { active: text } : {}), ...(roles ? { roles } : {}) };
}
