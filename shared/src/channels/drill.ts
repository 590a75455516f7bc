import type { Channel, Directory, Drill } from '../agreement';
import { DeskError } from '../failures';
import type { TicketLink } from '../panel';
import { failureOf } from './answer';
import type { ChannelDesk } from './channelDesk';
import type { Message } from './message';
import { postOf } from './post';
import { siteMessage } from './siteMessage';
import { targetOf } from './target';

/** What came of a drill on one channel. */
type Heard = Drill['heard'][string];

const drillMessage = (at: number, channel: string, link: TicketLink): Message => {
  const card = {
    title: 'Fire drill',
    text: 'This is a drill: nothing has happened, and nothing is to be done. Baton reaches you here.',
    ...{ lines: [], link, open: `Open ${link.label}` },
  };
  return siteMessage({ type: 'Drill', name: `${channel} ${at}`, card, priority: 4, at });
};

type DrillDesk = Pick<ChannelDesk, 'now' | 'secretOf' | 'post'>;

async function said(desk: DrillDesk, id: string, channel: Channel, site: TicketLink): Promise<Heard> {
  const read = targetOf(channel, (await desk.secretOf(id)) ?? {});
  if (channel.kind === 'desk' || !('target' in read)) return 'not set up';
  const failure = failureOf(await desk.post(postOf(channel.kind, read.target, drillMessage(desk.now, id, site))));
  return (failure?.because ?? 'taken') as Heard;
}

const isBusy = (error: unknown): boolean => error instanceof DeskError && error.code === 'busy';

/** Says on a channel that this is a drill, about no ticket; what came of it. `site` is where the desk is. */
export const drillOn = (desk: DrillDesk, { channels = {} }: Directory, id: string, site: TicketLink): Promise<Heard> =>
  channels[id]
    ? said(desk, id, channels[id], site).catch((error: unknown) => (isBusy(error) ? 'busy' : 'unreachable'))
    : Promise.resolve('not set up');
