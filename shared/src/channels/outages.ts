import type { Directory, HoldingParty, Outage, Outages } from '../agreement';
import { DeskError } from '../failures';
import { outageCard, type TicketLink } from '../panel';
import type { Outcome } from '../ticket';
import { failureOf } from './answer';
import type { ChannelDesk } from './channelDesk';
import type { Message } from './message';
import { ownersOf, type Owner } from './owners';
import { postOf } from './post';
import { siteMessage } from './siteMessage';
import { targetOf } from './target';

/** A channel that has taken nothing for so long is down: one bad minute is nobody's business, ms. */
export const DOWN_AFTER = 300_000;

/** What is known of a channel from now on, and what its owners have to hear. */
interface News {
  readonly channel: string;
  readonly known: Outage | undefined;
  readonly tell?: 'ChannelDown' | 'ChannelBack';
  readonly since: number;
}

const failing: ReadonlySet<Outcome['because']> = new Set(['refused', 'unreachable', 'redirected'] as const);

function failed(channel: string, before: Outage | undefined, now: number): News | undefined {
  if (!before) return { channel, known: { since: now }, since: now };
  const { since, toldAt } = before;
  if (toldAt !== undefined || now - since < DOWN_AFTER) return undefined;
  return { channel, known: { since, toldAt: now }, tell: 'ChannelDown', since };
}

function taken(channel: string, before: Outage | undefined): News | undefined {
  if (!before) return undefined;
  const { since, toldAt } = before;
  return { channel, known: undefined, since, ...(toldAt === undefined ? {} : { tell: 'ChannelBack' }) };
}

/** What these outcomes, oldest first, say of channels outside the desk at `now` (epoch ms), as far as that is news. */
export function outageNews(
  { channels = {}, outages = {} }: Pick<Directory, 'channels' | 'outages'>,
  outcomes: readonly Pick<Outcome, 'channel' | 'because'>[],
  now: number,
): readonly News[] {
  const last = new Map(
    outcomes
      .filter(({ channel, because }) => channels[channel] && (because === undefined || failing.has(because)))
      .map(({ channel, because }) => [channel, because]),
  );
  return [...last].flatMap(([id, because]) => {
    if (channels[id]?.kind === 'desk') return [];
    return (because === undefined ? taken(id, outages[id]) : failed(id, outages[id], now)) ?? [];
  });
}

/** What these outages are after that news. */
export function outagesAfter(outages: Outages, { channel, known }: News): Outages {
  const others = Object.fromEntries(Object.entries(outages).filter(([id]) => id !== channel));
  return known ? { ...others, [channel]: known } : others;
}

/** Where owners are told, and what about. */
interface Telling {
  readonly desk: ChannelDesk;
  readonly directory: Directory;
  readonly link: TicketLink;
}

async function takes({ desk, directory }: Telling, id: string, message: Message): Promise<boolean> {
  const channel = directory.channels?.[id];
  if (!channel || channel.kind === 'desk') return false;
  const read = targetOf(channel, (await desk.secretOf(id)) ?? {});
  if ('problem' in read) return false;
  const answer = await desk.post(postOf(channel.kind, read.target, message)).catch(() => ({ status: 0 }));
  return failureOf(answer) === undefined;
}

/** On the first other channel of theirs that takes it, else by the desk's own e-mail. @throws DeskError */
async function tellOwner(telling: Telling, { lead, channels }: Owner, message: Message): Promise<void> {
  for (const id of channels) if (await takes(telling, id, message)) return;
  await telling.desk.mail({ key: message.key, card: message.card, people: [lead] });
}

function messageFor({ desk, directory, link }: Telling, party: HoldingParty, news: News, waiting: number): Message {
  const { channel, tell = 'ChannelDown', since } = news;
  const { now: at, name } = desk;
  const card = outageCard({ desk: name, directory, party, now: at, link, channel, since, waiting, is: tell });
  return siteMessage({ type: tell, name: `${channel} ${since} ${party}`, card, priority: 2, at });
}

async function told(telling: Telling, news: News): Promise<void> {
  const { desk, directory } = telling;
  const { channel, tell, since } = news;
  if (tell === undefined || !(await desk.outages.mayTell(`${tell}:${channel}:${since}`))) return;
  const waiting = await desk.outages.waiting();
  for (const owner of ownersOf(directory, channel)) {
    await tellOwner(telling, owner, messageFor(telling, owner.party, news, waiting));
  }
}

/**
 * Keeps in mind which channels take nothing, and has their owners told once that one is down and once that it is back:
 * not once for each ticket. Where the desk cannot do it now, the next message finds it again.
 */
export async function noteOutages(telling: Telling, outcomes: readonly Outcome[]): Promise<void> {
  const { desk, directory } = telling;
  try {
    for (const news of outageNews(directory, outcomes, desk.now)) {
      await desk.outages.keep(outages => outagesAfter(outages, news));
      await told(telling, news);
    }
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
  }
}
