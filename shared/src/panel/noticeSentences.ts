import type { FactOf } from '../escalation';
import { fullName, partyName, personName, timeText } from './reader';
import type { Scene } from './scene';
import { told, type Tell } from './told';
import { sentence } from './wording';

type Noticed =
  | 'DeskFellSilent'
  | 'DeskAnswered'
  | 'MessageReleased'
  | 'NoticeOwed'
  | 'NoticeHandedOver'
  | 'NoticeFailed'
  | 'NoticesRetried';

/** The desk itself tells the customer. */
const channelName = ({ directory, words }: Scene, id: string): string =>
  directory.channels?.[id]?.name ?? (id === 'customer' ? words.desk : id);

const reasons: Readonly<Record<FactOf<'NoticeFailed'>['data']['because'], string>> = Object.freeze({
  refused: 'refused it',
  busy: 'had no room for it',
  unreachable: 'did not answer',
  redirected: 'sent it elsewhere, where Baton does not follow',
  'not set up': 'is not set up',
  behind: 'has not taken an older message, which this one must not overtake',
  erased: 'has nothing to say any more: the text was removed',
});

const recipient = (scene: Scene, { to: { person, party } }: FactOf<'NoticeOwed'>['data']): string =>
  party === 'customer' || party === 'vendor'
    ? `the ${party}`
    : person === undefined
      ? partyName(scene, party ?? 'client')
      : fullName(scene, person);

/** Who speaks to the customer by the agreement, and was passed over. */
function speakerName(scene: Scene, passed: string): string {
  if (passed === 'msp' || passed === 'client') return partyName(scene, passed);
  return personName(scene, passed);
}

function released(scene: Scene, fact: FactOf<'MessageReleased'>): string {
  const { passed } = fact.data;
  const past = passed === undefined ? '' : `, although ${speakerName(scene, passed)} should speak to them`;
  return told(scene, fact, `sent the customer a message${past}.`, `A message was sent to the customer${past}.`);
}

const pages = { acknowledge: 'that somebody has it in hand', resolve: 'that it is resolved' } as const;

function owed(scene: Scene, { data }: FactOf<'NoticeOwed'>): string {
  const [first = ''] = data.channels;
  const what = data.page === undefined ? 'this' : pages[data.page];
  return `${sentence(recipient(scene, data))} is to hear ${what} on ${channelName(scene, first)}.`;
}

/** What became of messages outside the ticket, told in a sentence each. */
export const noticeTells: { readonly [T in Noticed]: Tell<T> } = {
  DeskFellSilent: ({ words }) =>
    `Communication failure: ${words.desk} takes nothing that Baton has to say. It is tried until it does.`,
  DeskAnswered: ({ words }) => `${words.desk} has taken all that waited.`,
  MessageReleased: released,
  NoticeOwed: owed,
  NoticeHandedOver: (scene, { data }) => {
    const channel = channelName(scene, data.channel);
    return data.isDigest ? `${channel} hears it with others, in one message.` : `${channel} took the message.`;
  },
  NoticeFailed: (scene, { data }) => {
    const failed = `Communication failure: ${channelName(scene, data.channel)} ${reasons[data.because]}.`;
    return data.again === undefined ? failed : `${failed} All channels are tried again ${timeText(scene, data.again)}.`;
  },
  NoticesRetried: (scene, fact) =>
    told(scene, fact, 'had the messages tried again that nobody took.', 'Messages that nobody took are tried again.'),
};
