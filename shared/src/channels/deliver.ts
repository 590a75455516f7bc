import type { Channel } from '../agreement';
import { aheadOf, outboxOf, type Waiting } from '../escalation';
import { advance, type Notice, type Ports } from '../ledger';
import type { Outcome, TicketEventOf } from '../ticket';
import { failureOf, unanswered, type Failure } from './answer';
import type { ChannelDesk } from './channelDesk';
import { entryOf, isPaced } from './digest';
import type { Message } from './message';
import { noteOutages } from './outages';
import { postOf } from './post';
import { sayings, type Saying } from './saying';
import { messageKey, messageOf, type Sending } from './sending';
import { targetOf } from './target';
import { postCase } from './vendorCase';

const notSetUp: Failure = { because: 'not set up' };

async function posted({ desk }: Sending, id: string, channel: Channel, message: Message): Promise<Failure | undefined> {
  if (channel.kind === 'desk') return undefined;
  const entered = await desk.secretOf(id);
  const read = targetOf(channel, entered ?? {});
  return 'target' in read ? failureOf(await desk.post(postOf(channel.kind, read.target, message))) : notSetUp;
}

/** Whether a digest took the message, since so many like it have gone alone. */
async function isGathered({ desk }: Sending, id: string, channel: Channel, message: Message): Promise<boolean> {
  if (!desk.pace || !isPaced(channel, message)) return false;
  if (await desk.pace.mayGoAlone(id, message.fact.type)) return false;
  await desk.pace.intoDigest(id, entryOf(message));
  return true;
}

/** The customer hears on the ticket what somebody sent them, unless it was removed before. */
async function replied(
  { desk, ledger }: Sending,
  { message = '', as = '', since, at, rounds }: Waiting,
): Promise<Failure | undefined> {
  const text = ledger.texts[message]?.text;
  if (text === undefined) return { because: 'erased' };
  await desk.reply({ text, person: as, since, mayBeThere: rounds > 0 || desk.now >= at });
  return undefined;
}

/** What a person wrote goes in their words: to the customer on the ticket, to a vendor's own desk by its webhook. */
const inTheirWords = (sending: Sending, owed: Waiting, channel: string): Promise<Failure | undefined> =>
  owed.to.party === 'vendor' ? postCase(sending, owed, channel) : replied(sending, owed);

async function handedOver(sending: Sending, saying: Saying, id: string): Promise<Failure | 'digest' | undefined> {
  const { desk, directory } = sending;
  if (saying[0].message !== undefined) return inTheirWords(sending, saying[0], id);
  const channel = directory.channels?.[id];
  const message = await messageOf(sending, saying, id);
  if (!channel || !message) return notSetUp;
  if (await isGathered(sending, id, channel, message)) return 'digest';
  if (channel.kind !== 'desk') return posted(sending, id, channel, message);
  await desk.mail({ key: message.key, card: message.card, people: saying[0].people });
  return undefined;
}

/** Somebody is paged by it, who may want to hear later that it is in hand. */
const isPaging = ({ directory }: Sending, { page }: Waiting, channel: string): boolean =>
  page === undefined && directory.channels?.[channel]?.kind === 'pagerduty';

/** What came of one message on one channel. */
async function tried(sending: Sending, saying: Saying, channel: string): Promise<Omit<Outcome, 'notice'>> {
  const { state, desk } = sending;
  const [one] = saying;
  const noted = { channel, key: messageKey(state.id, one, channel) };
  const failure = await handedOver(sending, saying, channel).catch(unanswered);
  if (failure === 'digest') return { ...noted, isDigest: true };
  if (failure) return { ...noted, ...failure, jitter: desk.jitter() };
  return { ...noted, ...(isPaging(sending, one, channel) ? { isPage: true } : {}) };
}

/** What one message or what is ahead of it met, for each fact that owes it. */
const ofEach = (saying: Saying, outcomes: readonly Omit<Outcome, 'notice'>[]): readonly Outcome[] =>
  saying.flatMap(({ notice }) => outcomes.map(outcome => ({ ...outcome, notice })));

/** Tries one message on its channels, one after the other, until one takes it. */
async function send(sending: Sending, saying: Saying): Promise<readonly Outcome[]> {
  const [one] = saying;
  const outcomes: Omit<Outcome, 'notice'>[] = [];
  for (const channel of one.channels.slice(one.next)) {
    const outcome = await tried(sending, saying, channel);
    outcomes.push(outcome);
    if (outcome.because === undefined) break;
  }
  const waits = Math.max(...outcomes.map(({ waits: asked = 0 }) => asked));
  const all = outcomes.map(outcome => (outcome.because === undefined ? outcome : { ...outcome, waits }));
  return ofEach(saying, all);
}

/** What was not tried, since an older one that it must not overtake met this. */
function behind({ state, desk }: Sending, saying: Saying, { waits }: Outcome): readonly Outcome[] {
  const [one] = saying;
  const channel = one.channels.at(-1) ?? '';
  const noted = { channel, key: messageKey(state.id, one, channel), because: 'behind' as const };
  return ofEach(saying, [{ ...noted, ...(waits === undefined ? {} : { waits }), jitter: desk.jitter() }]);
}

/** Sends messages in the order in which they came to be owed; what an older one is ahead of is left to whoever sends that. */
async function sendInOrder(sending: Sending, owed: readonly Waiting[]): Promise<readonly Outcome[]> {
  const { waiting } = outboxOf(sending.state);
  const met = new Map<number, Outcome>();
  const outcomes: Outcome[] = [];
  const isUntaken = ({ notice }: Waiting): boolean => met.get(notice)?.because !== undefined || !met.has(notice);
  for (const saying of sayings(owed)) {
    if (!sending.desk.hasTime()) break;
    const late = aheadOf(waiting, saying[0]).filter(isUntaken).at(-1);
    const failed = late && met.get(late.notice);
    if (late && !failed) continue;
    const news = failed ? behind(sending, saying, failed) : await send(sending, saying);
    news.forEach(outcome => met.set(outcome.notice, outcome));
    outcomes.push(...news);
  }
  return outcomes;
}

const noted = (now: number, version: number, outcomes: readonly Outcome[]): TicketEventOf<'NoticesSent'> => ({
  type: 'NoticesSent',
  deliveryId: `sent:${version}:${now}`,
  ...{ at: now, learned: now, actor: { rule: 'baton' }, channel: 'outbox', assurance: 'platform' },
  outcomes: [...outcomes],
});

/** What these facts of a ledger owe and nobody has sent; undefined where that is nothing. */
async function owing({ ledger: port }: Ports, ticket: string, notices: readonly number[]) {
  const ledger = await port.load(ticket);
  const state = ledger?.page.state;
  if (!ledger || !state || state.status === 'unopened') return undefined;
  const owed = outboxOf(state).waiting.filter(({ notice }) => notices.includes(notice));
  return owed.length === 0 ? undefined : { ledger, state, owed };
}

/**
 * Sends the messages that these facts of a ticket's ledger owe, as far as nobody has sent them, and notes what came of
 * them in one append. What a crash leaves unnoted is sent once more, under the same key.
 *
 * @returns what that append asks of the desk
 * @throws LedgerError, DeskError when the ledger cannot be read or written
 */
export async function deliver(
  ports: Ports,
  ticket: string,
  notices: readonly number[],
  desk: ChannelDesk,
): Promise<readonly Notice[]> {
  const known = await owing(ports, ticket, notices);
  if (!known) return [];
  const { ledger, state, owed } = known;
  const sending = { desk, directory: ports.directory, ports, ticket, ledger, state, link: await desk.linkTo(ticket) };
  const outcomes = await sendInOrder(sending, owed);
  if (outcomes.length === 0) return [];
  const event = noted(desk.now, ledger.page.version, outcomes);
  const { notices: asked } = await advance(ports, ticket, [event], ledger);
  await noteOutages(sending, outcomes);
  return asked;
}
