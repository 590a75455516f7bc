import type { DeskName, Directory, HoldingParty } from '../agreement';
import type { Card, TicketLink } from './card';
import type { HealthLineView } from './healthView';
import { readerOf, timeText, type Reader } from './reader';
import { joined, wordsOf } from './wording';

const nameOf = ({ directory }: Pick<Reader, 'directory'>, id: string): string => directory.channels?.[id]?.name ?? id;

/** What the owners of a channel are to hear of it: since when (epoch ms) it took nothing, and how many messages wait. */
export interface OutageTold {
  readonly is: 'ChannelDown' | 'ChannelBack';
  readonly desk: DeskName;
  readonly directory: Directory;
  readonly party: HoldingParty;
  readonly now: number;
  readonly channel: string;
  readonly since: number;
  readonly waiting: number;
  /** The ticket on which it showed. */
  readonly link: TicketLink;
}

function waits(waiting: number): string {
  if (waiting === 0) return 'What comes goes by the next channel.';
  return `${waiting === 1 ? '1 message waits' : `${waiting} messages wait`} and will be tried again, in order.`;
}

/** The card that tells a party's lead that a channel is down, or back. */
export function outageCard(told: OutageTold): Card {
  const { is, desk, directory, party, now, channel, since, waiting, link } = told;
  const reader = readerOf(directory, { party, timeZone: directory.parties[party].timeZone, desk }, now);
  const name = nameOf(reader, channel);
  const down = `${name} has taken nothing since ${timeText(reader, since)}. ${waits(waiting)}`;
  const back = `${name} takes messages again. It took none since ${timeText(reader, since)}. What waits for it follows, in order.`;
  return {
    title: is === 'ChannelDown' ? `Channel down: ${name}` : `Channel back: ${name}`,
    text: is === 'ChannelDown' ? `${down} Check its address in the agreement.` : back,
    ...{ lines: [], link, open: `Open in ${wordsOf(desk).desk}` },
  };
}

/** Which channels take nothing, since when, and whether their owners were told. */
export function outageLines(reader: Reader): readonly HealthLineView[] {
  const { directory } = reader;
  return Object.entries(directory.outages ?? {}).map(([id, { since, toldAt }]): HealthLineView => {
    const down = `${nameOf(reader, id)} has taken nothing since ${timeText(reader, since)}.`;
    const told = toldAt === undefined ? undefined : `Its owners were told at ${timeText(reader, toldAt)}.`;
    return { name: 'Channel down', text: joined([down, told], ' '), lozenge: { text: 'LOOK', tone: 'at risk' } };
  });
}
