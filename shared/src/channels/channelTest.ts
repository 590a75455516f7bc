import type { Channel } from '../agreement';
import { DeskError } from '../failures';
import { hashing } from '../ledger';
import { failureOf, type Failure } from './answer';
import type { ChannelDesk } from './channelDesk';
import type { Message } from './message';
import { postOf } from './post';
import { targetOf, type Target } from './target';

/** What a test needs of a desk. */
export type TestDesk = Pick<ChannelDesk, 'now' | 'post' | 'secretOf'>;

/** Whether a channel took a test, and else what is wrong and what to do about it. */
export type Tested = { readonly ok: true } | { readonly ok: false; readonly sentence: string; readonly remedy: string };

const hash = hashing();

/** Says that it is a test, about no ticket; its link leads to the desk. */
function testMessage(id: string, now: number, url: string): Message {
  const link = { label: 'Baton', url };
  const text = `This is a test of the channel ${id}. Nothing has happened and nobody has to do anything.`;
  return {
    key: `msg_${hash(`test of ${id} at ${now}`).slice(0, 24)}`,
    escalation: `test-${id}`,
    ticket: '',
    fact: { type: 'Test', seq: 0, at: now },
    priority: 4,
    card: { title: 'Test message from Baton', text, lines: [], link, open: 'Open the desk' },
    isByClock: false,
    at: now,
  };
}

const remedies: Readonly<Partial<Record<Failure['because'], string>>> = {
  busy: 'Wait a minute and test again.',
  refused: 'Make a new address or key there, enter it here and test again.',
  redirected: 'Enter the address that it leads to.',
  unreachable: 'Look whether the address is right, then test again.',
};

const notTaken = ({ because }: Failure): Tested => ({
  ok: false,
  sentence:
    because === 'unreachable' ? 'The channel did not answer.' : `The channel did not take the test: ${because}.`,
  remedy: remedies[because] ?? 'Enter its address again, then test it.',
});

async function posted(desk: TestDesk, kind: Exclude<Channel['kind'], 'desk'>, target: Target, message: Message) {
  try {
    return failureOf(await desk.post(postOf(kind, target, message)));
  } catch (error) {
    if (error instanceof DeskError) return { because: 'unreachable' as const };
    throw error;
  }
}

/** Sends a test to a channel, by what was entered for it; a page is resolved again at once. */
export async function testChannel(desk: TestDesk, id: string, channel: Channel, url: string): Promise<Tested> {
  const read = targetOf(channel, (await desk.secretOf(id)) ?? {});
  if ('problem' in read || channel.kind === 'desk') {
    const problem = 'problem' in read ? read.problem : '';
    return { ok: false, sentence: `The channel ${problem}.`, remedy: 'Enter it, then test again.' };
  }
  const message = testMessage(id, desk.now, url);
  const failure = await posted(desk, channel.kind, read.target, message);
  if (failure) return notTaken(failure);
  if (channel.kind === 'pagerduty') await posted(desk, 'pagerduty', read.target, { ...message, page: 'resolve' });
  return { ok: true };
}
