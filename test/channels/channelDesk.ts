import { contentHash, storyText, warnedTerms } from '../support/agreement';
import {
  agreementParts,
  parseAgreement,
  type AgreementDocument,
  type Directory,
  type Outages,
} from '../../shared/src/agreement';
import {
  deliver,
  type Answer,
  type ChannelDesk,
  type ChannelSecret,
  type CustomerReply,
  type OutageBook,
  type Post,
} from '../../shared/src/channels';
import type { Notice } from '../../shared/src/ledger';
import { instant, story, type Story } from '../support/story';

/** The key that the standard's own examples are signed with. */
export const KEY = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

export const secrets: Readonly<Record<string, ChannelSecret>> = {
  noc: { address: 'https://hooks.slack.com/services/T0/B0/x' },
  hook: { address: 'https://hooks.zapier.com/hooks/catch/12/ab', key: KEY },
  pager: { key: 'R0123456789012345678901234567890' },
};

const channels: NonNullable<AgreementDocument['channels']> = {
  noc: { kind: 'slack', name: '#noc' },
  hook: { kind: 'webhook' },
  pager: { kind: 'pagerduty' },
  mail: { kind: 'desk' },
};

type Changes = Readonly<Record<string, unknown>>;

/** The story's directory in which parties hear of things on these channels; with other values at dotted paths. */
export function notifying(msp: readonly string[], client: readonly string[] = [], more: Changes = {}): Directory {
  const told = storyText({ channels, 'parties.msp.notify': msp, 'parties.client.notify': client, ...more });
  return agreementParts(parseAgreement(told), contentHash).directory;
}

/** A story of a ticket whose parties hear of things on these channels. */
export const heard = (msp: readonly string[], client: readonly string[] = [], more: Changes = {}): Story =>
  story({}, { directory: notifying(msp, client, more) });

/** The same, of a ticket with warnings. */
export const warned = (msp: readonly string[], client: readonly string[] = []): Story =>
  story({}, { directory: notifying(msp, client), terms: async () => warnedTerms() });

/** The world outside: what was posted and mailed, and how it answers. */
export interface World {
  readonly posts: Post[];
  readonly mails: string[];
  /** Which channels take nothing, and of what somebody has told. */
  readonly book: OutageBook & { known: Outages };
  /** What the customer reads. */
  readonly replies: CustomerReply[];
  answer: (post: Post) => Answer | 'nothing';
  /** Whether the desk takes a reply to the customer. */
  desk: (reply: CustomerReply) => 'taken' | 'nothing';
}

function book(): World['book'] {
  const told = new Set<string>();
  const kept: World['book'] = {
    known: {},
    keep: change => Promise.resolve(void (kept.known = change(kept.known))),
    mayTell: name => Promise.resolve(!told.has(name) && told.add(name).size > 0),
    waiting: () => Promise.resolve(3),
  };
  return kept;
}

export const world = (): World => ({
  ...{ posts: [], mails: [], replies: [], book: book() },
  answer: () => ({ status: 200 }),
  desk: () => 'taken',
});

/** A desk that lets messages out into a world at an instant. */
export function channelDesk(outside: World, at: string, failure: () => Error): ChannelDesk {
  return {
    name: 'jira',
    now: instant(at),
    secretOf: id => Promise.resolve(secrets[id]),
    post: post => {
      outside.posts.push(post);
      const answer = outside.answer(post);
      return answer === 'nothing' ? Promise.reject(failure()) : Promise.resolve(answer);
    },
    mail: ({ people }) => Promise.resolve(void outside.mails.push(people.join(' '))),
    reply: reply => {
      const answer = outside.desk(reply);
      return answer === 'nothing' ? Promise.reject(failure()) : Promise.resolve(void outside.replies.push(reply));
    },
    linkTo: () => Promise.resolve({ label: 'CON-1', url: 'https://contoso.atlassian.net/browse/CON-1' }),
    outages: outside.book,
    jitter: () => 0,
    hasTime: () => true,
  };
}

/** Sends what these notices ask to be sent. */
export async function sends(told: Story, notices: readonly Notice[], desk: ChannelDesk): Promise<readonly Notice[]> {
  const owed = notices.flatMap(notice => (notice.is === 'deliver' || notice.is === 'reply' ? notice.notices : []));
  return deliver(told.ports, told.ticket, owed, desk);
}
