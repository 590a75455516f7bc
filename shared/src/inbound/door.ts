import { utf8Length, type Source } from '../agreement';
import { readAlert } from './alertPayload';
import type { InboundDoor, InboundJob, RefusedBecause } from './inboundDesk';
import { readPagerEvent } from './pagerPayload';
import { meaningOf } from './openTicket';
import { isSignedWith, signedIn, type Knock, type SignedText } from './signedIn';
import { trial, type Trial } from './trial';
import { readCaseWord } from './vendorPayload';

/** What whoever knocked is told, with the HTTP status where a platform lets an app choose one. */
export interface InboundAnswer {
  readonly status: 200 | 202 | 400 | 401 | 413;
  readonly sentence: string;
  /** What a test would have opened. */
  readonly trial?: Trial;
}

/** Bytes of a body: what the stricter of the two platforms lets through is twice that. */
const LARGEST = 50 * 1024;
/** How far a sender's clock may be off, ms. */
const SKEW = 300_000;

const answers: Readonly<Record<RefusedBecause, InboundAnswer>> = Object.freeze({
  unsigned: { status: 401, sentence: 'This is not signed as Baton expects it.' },
  // The same words, so that nobody learns which part was wrong.
  'wrong key': { status: 401, sentence: 'This is not signed as Baton expects it.' },
  clock: {
    status: 401,
    sentence: 'This was signed more than five minutes ago or ahead: check the clock of the sender.',
  },
  'too large': { status: 413, sentence: 'This is larger than 50 KB.' },
  unreadable: { status: 400, sentence: 'Baton cannot read this.' },
  'no such case': { status: 400, sentence: 'There is no such case.' },
});

async function refused(door: InboundDoor, because: RefusedBecause, sentence?: string): Promise<InboundAnswer> {
  await door.refuse(because);
  return sentence === undefined ? answers[because] : { ...answers[because], sentence };
}

/** A source of the agreement that signed something. */
interface Signer {
  readonly name: string;
  readonly source: Source;
}

const maySign = ({ kind }: Source, { as }: SignedText): boolean => (kind === 'pagerduty') === (as === 'pagerduty');

/** Whoever has the key is the source: the text is read after that only. */
async function signerOf({ directory, keysOf }: InboundDoor, signed: SignedText): Promise<Signer | undefined> {
  for (const [name, source] of Object.entries(directory.sources ?? {})) {
    const keys = maySign(source, signed) ? await keysOf(name) : [];
    if (keys.some(key => isSignedWith(signed, key))) return { name, source };
  }
  return undefined;
}

const isOnTime = (signed: SignedText, now: number): boolean =>
  signed.as === 'pagerduty' || Math.abs(now - signed.seconds * 1000) <= SKEW;

async function handedOn(door: InboundDoor, delivery: string, job: InboundJob): Promise<InboundAnswer> {
  const isNew = await door.once(delivery, job);
  return isNew ? { status: 202, sentence: 'Taken.' } : { status: 200, sentence: 'Taken before.' };
}

async function alerted(door: InboundDoor, { name }: Signer, signed: SignedText): Promise<InboundAnswer> {
  const read = readAlert(signed.text);
  if ('problem' in read) return refused(door, 'unreadable', read.problem);
  const alert = read.is;
  if (alert.source !== name) return refused(door, 'wrong key');
  if (signed.as !== 'standard') return refused(door, 'unsigned');
  if (alert.action === 'trigger' && !meaningOf(door, name, alert.severity)) {
    return refused(door, 'unreadable', `Source ${name} opens nothing by the agreement.`);
  }
  if (alert.test === true) return { status: 200, sentence: 'Nothing was opened.', ...(await trial(door, alert)) };
  const delivery = `in:${name}:${signed.id}`.slice(0, 110);
  const { now: learned } = door;
  return handedOn(door, delivery, { is: 'alert', delivery, sent: signed.seconds * 1000, learned, alert });
}

function vendorSaid(door: InboundDoor, { name }: Signer, signed: SignedText): Promise<InboundAnswer> {
  const read = readCaseWord(signed.text);
  if ('problem' in read) return refused(door, 'unreadable', read.problem);
  if (read.is.source !== name || signed.as !== 'standard') return refused(door, 'wrong key');
  const delivery = `in:${name}:${signed.id}`.slice(0, 110);
  return handedOn(door, delivery, {
    ...{ is: 'case', delivery, sent: signed.seconds * 1000, learned: door.now, word: read.is },
  });
}

/** PagerDuty signs no instant of its own: what it says happened more than a day ago is let alone. */
const LATEST = 86_400_000;

function paged(door: InboundDoor, { name }: Signer, { text }: SignedText): Promise<InboundAnswer> {
  const read = readPagerEvent(text);
  if ('problem' in read) return refused(door, 'unreadable', read.problem);
  const page = read.is;
  if (Math.abs(door.now - page.at) > LATEST) return refused(door, 'clock');
  // What becomes of the page there otherwise, a resolved one too, changes nothing here.
  if (page.type !== 'incident.acknowledged') return Promise.resolve({ status: 200, sentence: 'Nothing to do.' });
  const delivery = `in:${name}:${page.id}`.slice(0, 110);
  return handedOn(door, delivery, { is: 'page', delivery, learned: door.now, page });
}

const heard: Readonly<
  Record<Source['kind'], (door: InboundDoor, signer: Signer, signed: SignedText) => Promise<InboundAnswer>>
> = { alerts: alerted, pagerduty: paged, vendor: vendorSaid };

/**
 * Lets in what a source of the agreement signed within the last five minutes and has not sent before, and hands it on.
 * Of anything else nothing is kept but that it came.
 *
 * @throws DeskError where it cannot be handed on now: to be sent again
 */
export async function answerKnock(door: InboundDoor, knock: Knock): Promise<InboundAnswer> {
  if (utf8Length(knock.body) > LARGEST) return refused(door, 'too large');
  const signed = signedIn(knock);
  if (!signed) return refused(door, 'unsigned');
  const signer = await signerOf(door, signed);
  if (!signer) return refused(door, 'wrong key');
  if (!isOnTime(signed, door.now)) return refused(door, 'clock');
  return heard[signer.source.kind](door, signer, signed);
}
