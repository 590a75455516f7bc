import type { Channel, Directory } from '../agreement';
import { DeskError } from '../failures';
import { hashing } from '../ledger';
import { wordsOf, type Card } from '../panel';
import { failureOf } from './answer';
import type { ChannelDesk, DigestEntry } from './channelDesk';
import type { Message } from './message';
import { postOf } from './post';
import { targetOf, type Target } from './target';

/** So many messages of one rule go alone to one channel; what comes on top within some minutes goes in one digest. */
export const ALONE = 10;
/** How long a digest gathers, ms. */
export const GATHERS_FOR = 300_000;

/** As many tickets as a digest names; of the others it says how many there are. */
const NAMED = 9;

/** A message as a digest keeps it. */
export const entryOf = ({ key, card: { text, link } }: Message): DigestEntry => ({ key, text, link });

/** Only what clocks say comes in storms; somebody who is paged is paged for each. */
export const isPaced = ({ kind }: Channel, { isByClock, page }: Message): boolean =>
  isByClock && page === undefined && kind !== 'pagerduty';

const hash = hashing();

function digestCard(name: ChannelDesk['name'], entries: readonly DigestEntry[]): Card {
  const tickets = new Map(entries.map(({ link, text }) => [link.label, { link, text }]));
  const named = [...tickets.values()].slice(0, NAMED);
  const more = tickets.size - named.length;
  const first = named[0]?.link ?? { label: '', url: '' };
  return {
    title: `${entries.length} more messages`,
    text: `So much fell due at once that it is told together: ${tickets.size} ${wordsOf(name).ticket}s.`,
    lines: [
      ...named.map(({ link, text }) => ({ label: link.label, value: `${text} ${link.url}` })),
      ...(more > 0 ? [{ label: 'And', value: `${more} more, in Baton’s list` }] : []),
    ],
    link: first,
    open: `Open ${first.label}`,
  };
}

/** What a digest needs of a desk. */
type DigestDesk = Pick<ChannelDesk, 'name' | 'now' | 'secretOf' | 'post'>;

function digestMessage({ name, now }: DigestDesk, entries: readonly DigestEntry[]): Message {
  const keys = entries.map(({ key }) => key).sort();
  return {
    key: `msg_${hash(keys.join()).slice(0, 24)}`,
    ...{ escalation: 'digest', ticket: '' },
    fact: { type: 'Digest', seq: 0, at: now },
    priority: 3,
    card: digestCard(name, entries),
    isByClock: true,
    at: now,
  };
}

/** A channel that messages leave by, and where they go. @throws DeskError where it is not set up */
async function reached(desk: DigestDesk, id: string, channel: Channel): Promise<Target> {
  const read = targetOf(channel, (await desk.secretOf(id)) ?? {});
  if ('target' in read) return read.target;
  throw new DeskError('refused', `Channel ${id} ${read.problem}.`);
}

/**
 * Sends to a channel, in one message, what was kept for it.
 *
 * @throws DeskError where it does not take it: to be tried again
 */
export async function sendDigest(
  desk: DigestDesk,
  directory: Directory,
  id: string,
  entries: readonly DigestEntry[],
): Promise<void> {
  const channel = directory.channels?.[id];
  if (!channel || channel.kind === 'desk' || entries.length === 0) return;
  const post = postOf(channel.kind, await reached(desk, id, channel), digestMessage(desk, entries));
  const failure = failureOf(await desk.post(post));
  if (failure) throw new DeskError('unreachable', `Channel ${id} did not take a digest: ${failure.because}.`);
}
