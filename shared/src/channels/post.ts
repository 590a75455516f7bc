import type { Channel } from '../agreement';
import type { Message, Post } from './message';
import { pagerdutyBody } from './pagerduty';
import { signatureOf, signingKey } from './signature';
import { slackBody } from './slack';
import type { Target } from './target';
import { teamsBody } from './teams';
import { webhookBody } from './webhook';

function bodyOf(kind: Exclude<Channel['kind'], 'desk'>, message: Message, key: string): object {
  switch (kind) {
    case 'slack':
      return slackBody(message.card);
    case 'teams':
      return teamsBody(message.card);
    case 'pagerduty':
      return pagerdutyBody(message, key);
    case 'webhook':
      return webhookBody(message);
  }
}

function signed({ key: id, at }: Message, body: string, key: Uint8Array | undefined): Pick<Post, 'signed'> {
  if (!key) return {};
  const seconds = Math.floor(at / 1000);
  return { signed: { id, timestamp: String(seconds), signature: signatureOf(key, { id, seconds, body }) } };
}

/** What is posted to a channel for a message. */
export function postOf(kind: Exclude<Channel['kind'], 'desk'>, target: Target, message: Message): Post {
  const { host, path, query, key = '' } = target;
  const body = JSON.stringify(bodyOf(kind, message, key));
  return { host, path, query, body, ...signed(message, body, kind === 'webhook' ? signingKey(key) : undefined) };
}
