import type { Directory } from '../agreement';
import type { Waiting } from '../escalation';
import { factNumbered } from '../ledger';
import { isoText } from '../panel';
import { failureOf, type Failure } from './answer';
import type { Post } from './message';
import { messageKey, type Sending } from './sending';
import { signatureOf, signingKey } from './signature';
import { targetOf, type Target } from './target';

/** One Ask of one escalation of one ticket. */
export interface CaseName {
  readonly escalation: string;
  /** By the desk's own id. */
  readonly ticket: string;
  readonly ask: string;
}

/** By what a vendor names a case when it tells what became of it. */
export const caseKey = ({ escalation, ticket, ask }: CaseName): string => `baton-${escalation}-${ticket}-${ask}`;

/** Which case that is; undefined where Baton did not send it. */
export function caseNamed(key: string): CaseName | undefined {
  const [, escalation, ticket, ask] = /^baton-([0-9a-f]{24})-(\d{1,19})-(a\d{1,4})$/.exec(key) ?? [];
  return escalation && ticket && ask ? { escalation, ticket, ask } : undefined;
}

/** A case as it stands in the ledger, on its way to the vendor. */
interface Case {
  readonly ask: string;
  readonly vendor: string;
  readonly answerBy: number;
  readonly text: string;
}

function postOf(
  { desk, state, ticket, link }: Sending,
  { ask, vendor, answerBy, text }: Case,
  target: Target,
  id: string,
): Post {
  const timestamp = isoText(desk.now);
  const about = { case: caseKey({ escalation: state.id, ticket, ask }), ticket: link.label, vendor };
  const data = { key: id, ...about, text, answerBy: isoText(answerBy) };
  const body = JSON.stringify({ type: 'baton.VendorCase', timestamp, data });
  const { host, path, query, key = '' } = target;
  const bytes = signingKey(key);
  const seconds = Math.floor(desk.now / 1000);
  const signed = bytes && { id, timestamp: String(seconds), signature: signatureOf(bytes, { id, seconds, body }) };
  return { host, path, query, body, ...(signed ? { signed } : {}) };
}

/** What the ledger says of a case that is to be sent; undefined where its words were removed. @throws LedgerError, DeskError */
async function caseOf({ directory, ports, ticket, ledger }: Sending, owed: Waiting): Promise<Case | undefined> {
  const fact = await factNumbered(ports.ledger, ticket, ledger, owed.of);
  const text = ledger.texts[owed.message ?? '']?.text;
  if (text === undefined || fact?.type !== 'Asked') return undefined;
  const { ask, answerBy, of } = fact.data;
  return { ask, answerBy, text, vendor: of.party === 'vendor' ? nameOf(directory, of.vendor) : '' };
}

const nameOf = ({ vendors }: Directory, id: string): string => vendors?.[id]?.name ?? id;

/** Posts a case to the vendor's own desk, in the words that were sent; why not, where it is not taken. @throws DeskError */
export async function postCase(sending: Sending, owed: Waiting, channel: string): Promise<Failure | undefined> {
  const { desk, directory, state } = sending;
  const known = directory.channels?.[channel];
  const read = known && targetOf(known, (await desk.secretOf(channel)) ?? {});
  if (!read || !('target' in read)) return { because: 'not set up' };
  const told = await caseOf(sending, owed);
  if (!told) return { because: 'erased' };
  return failureOf(await desk.post(postOf(sending, told, read.target, messageKey(state.id, owed, channel))));
}
