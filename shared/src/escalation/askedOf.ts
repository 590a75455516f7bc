import { isMember, partyOf, partyOfTeam, type Directory, type VendorCard } from '../agreement';
import type { Asked, AskKind } from '../ticket';
import { refuse, type Context, type Decision } from './decision';
import { isActive } from './participants';

type AskedParty = Exclude<Asked, { party: 'vendor' }>;

/** The card of a vendor that is asked. */
export const askableVendor = ({ vendors }: Directory, vendor: string): VendorCard | undefined =>
  vendors !== undefined && Object.hasOwn(vendors, vendor) ? vendors[vendor] : undefined;

/** Lead and coordinator answer for their whole party. */
const speaksFor = ({ parties }: Directory, { party }: AskedParty, person: string): boolean =>
  [parties[party].lead, parties[party].coordinator].includes(person);

const isNamed = (directory: Directory, { team, person: asked }: AskedParty, person: string): boolean =>
  asked === person ||
  (team !== undefined && isMember(directory, person, team)) ||
  (asked === undefined && team === undefined);

/** Whether somebody may give the answer that is owed: whoever is named, their team, and that party's lead. */
export function mayAnswerAsk(directory: Directory, of: Asked, person: string): boolean {
  const isOfParty = isActive({ directory }, person) && partyOf(directory, person) === of.party;
  if (of.party === 'vendor' || !isOfParty) return false;
  return isNamed(directory, of, person) || speaksFor(directory, of, person);
}

const unknown = refuse('not-askable', 'That is nobody the agreement knows.', 'Choose one of those listed.', {
  whom: 'Choose one of those listed.',
});

function isKnown(context: Context, { party, team, person }: AskedParty): boolean {
  const { directory } = context;
  const isTeam = team === undefined || partyOfTeam(directory, team) === party;
  return isTeam && (person === undefined || (isActive(context, person) && partyOf(directory, person) === party));
}

/** Help comes from a team; what is raised is raised to a lead. */
function fits({ directory }: Context, kind: AskKind, of: AskedParty): boolean {
  if (kind === 'escalate') return of.team !== undefined;
  return kind !== 'raise' || (of.person !== undefined && speaksFor(directory, of, of.person));
}

/** Why they cannot be asked this; undefined where they can. */
export function notAskable(context: Context, kind: AskKind, of: Asked, asker: string): Decision | undefined {
  if ((of.party === 'vendor') !== (kind === 'vendor case')) return unknown;
  if (of.party === 'vendor') return askableVendor(context.directory, of.vendor) ? undefined : unknown;
  if (!isKnown(context, of) || !fits(context, kind, of)) return unknown;
  if (of.person !== asker) return undefined;
  return refuse('not-askable', 'You would ask yourself.', 'Choose somebody else.', { whom: 'Choose somebody else.' });
}
